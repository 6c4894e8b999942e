import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { Instrument } from '../instrument.ts';
import type { Choice, Wording } from '../wording.ts';
import { type ChoiceRefusal, readChoice, scaleOf } from './choice.ts';
import { type AnswerOption, type Question, questionnaireSchema } from './schemas.ts';
import { nameOf } from './settle.ts';
import { LOINC } from './systems.ts';
import { type Target, targetOfCode, targetsByLink } from './targets.ts';

/** A form of a known instrument. How it is scored is never read: that is the instrument's own. */
export interface ReadQuestionnaire {
  readonly lang: string | null;
  /** The stem is null where the form carries none. */
  readonly wording: Omit<Wording, 'stem'> & { readonly stem: string | null };
  /** What each of its links names, for reading the responses to it. */
  readonly links: ReadonlyMap<string, Target>;
}

export type QuestionnaireRefusal =
  | { readonly kind: 'not-fhir'; readonly path: string; readonly problem: string }
  | { readonly kind: 'other-instrument'; readonly code: string }
  | { readonly kind: 'unknown-question' | 'not-a-choice'; readonly linkId: string }
  | { readonly kind: 'asked-twice' | 'missing' | 'without-text'; readonly item: string }
  | {
      readonly kind: ChoiceRefusal | 'other-scale' | 'other-order' | 'labels-differ';
      readonly item: string;
    };

interface Asked {
  readonly target: Target;
  readonly text: string;
  readonly options: readonly Choice[];
}

export function readQuestionnaire(
  instrument: Instrument,
  json: unknown,
): Result<ReadQuestionnaire, QuestionnaireRefusal> {
  const parsed = questionnaireSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    return err({ kind: 'not-fhir', path, problem: issue?.message ?? '' });
  }
  const { code = [], item, language } = parsed.data;
  const panel = code.find(({ system }) => system === LOINC)?.code;
  const known = instrument.loinc.panel;
  if (panel && known && panel !== known) return err({ kind: 'other-instrument', code: panel });
  const links = new Map<string, Target>();
  const asked: Asked[] = [];
  for (const question of flat(item).filter(isQuestion)) {
    const read = readQuestion(instrument, question);
    if (!read.ok) return read;
    links.set(question.linkId, read.value.target);
    if (read.value.target.kind !== 'total') asked.push(read.value);
  }
  const wording = assemble(instrument, asked, stemOf(item));
  return wording.ok ? ok({ lang: language ?? null, wording: wording.value, links }) : wording;
}

const flat = (items: readonly Question[] = []): readonly Question[] =>
  items.flatMap((one) => [one, ...flat(one.item)]);

const isQuestion = ({ type }: Question) => type !== 'display' && type !== 'group';

/** What stands before the first question. */
function stemOf(items: readonly Question[]): string | null {
  const all = flat(items);
  const before = all.slice(0, all.findIndex(isQuestion));
  return before.find(({ text }) => text)?.text ?? null;
}

function targetOf(instrument: Instrument, { code, linkId }: Question): Target | undefined {
  const target = targetOfCode(instrument, code ?? []) ?? targetsByLink(instrument).get(linkId);
  return target?.kind === 'panel' ? undefined : target;
}

function readQuestion(
  instrument: Instrument,
  question: Question,
): Result<Asked, QuestionnaireRefusal> {
  const { linkId, type, repeats, text = '' } = question;
  const target = targetOf(instrument, question);
  if (!target) return err({ kind: 'unknown-question', linkId });
  // A place for a total may be there; what stands in it is never trusted.
  if (target.kind === 'total') return ok({ target, text, options: [] });
  if (type !== 'choice' || repeats) return err({ kind: 'not-a-choice', linkId });
  if (!text) return err({ kind: 'without-text', item: nameOf(target) });
  const options = readOptions(instrument, target, question);
  return options.ok ? ok({ target, text, options: options.value }) : options;
}

function readOptions(
  instrument: Instrument,
  target: Target,
  { answerOption = [] }: Question,
): Result<readonly Choice[], QuestionnaireRefusal> {
  const { min, max } = scaleOf(instrument, target);
  const options: Choice[] = [];
  for (const option of answerOption) {
    const read = readOption(instrument, target, option);
    if (!read.ok) return read;
    options.push(read.value);
  }
  // Published forms do not all begin with the lowest answer.
  const values = new Set(options.map(({ value }) => value));
  const whole = options.length === max - min + 1 && values.size === options.length;
  return whole ? ok(options) : err({ kind: 'other-scale', item: nameOf(target) });
}

function readOption(
  instrument: Instrument,
  target: Target,
  { valueCoding: coding, extension = [] }: AnswerOption,
): Result<Choice, QuestionnaireRefusal> {
  const item = nameOf(target);
  if (!coding?.display) return err({ kind: 'without-text', item });
  // The ordinal stands on the option or on its coding.
  const marked = { ...coding, extension: [...(coding.extension ?? []), ...extension] };
  const read = readChoice(scaleOf(instrument, target), marked);
  if (!read.ok) return err({ kind: read.error, item });
  if (typeof read.value !== 'number') return err({ kind: 'other-scale', item });
  return ok({ value: read.value, label: coding.display });
}

/** Every question once, in the published order, all with the same answers. */
function assemble(
  instrument: Instrument,
  asked: readonly Asked[],
  stem: string | null,
): Result<ReadQuestionnaire['wording'], QuestionnaireRefusal> {
  const names = asked.map(({ target }) => nameOf(target));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) return err({ kind: 'asked-twice', item: twice });
  const missing = instrument.items.find(({ id }) => !names.includes(id));
  if (missing) return err({ kind: 'missing', item: missing.id });
  const items = asked.filter(({ target }) => target.kind === 'item');
  const misplaced = items.find(({ target }, i) => nameOf(target) !== instrument.items[i]?.id);
  if (misplaced) return err({ kind: 'other-order', item: nameOf(misplaced.target) });
  const options = items[0]?.options ?? [];
  const labels = ({ options: own }: Pick<Asked, 'options'>) =>
    own.map(({ value, label }) => `${value} ${label}`).join('\n');
  const other = items.find((one) => labels(one) !== labels({ options }));
  if (other) return err({ kind: 'labels-differ', item: nameOf(other.target) });
  const difficulty = asked.find(({ target }) => target.kind === 'difficulty');
  return ok({
    stem,
    items: items.map(({ target, text }) => ({ id: nameOf(target), text })),
    options,
    functionalItem: difficulty ? { text: difficulty.text, options: difficulty.options } : null,
  });
}
