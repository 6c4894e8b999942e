import type { Draft, DraftRaise, DraftRow, DraftTable } from '#lib/domain/routing/draft/draft.ts';
import { type DraftFault, readRaise, readRow } from '#lib/domain/routing/draft/read-draft.ts';
import { isBlocking, type PolicyProblem } from '#lib/domain/routing/problems.ts';
import { join } from '../../../layout/shell/format.ts';
import { type Place, placeOf, placeOfFault, sayFault, sayProblem } from '../words/problems.ts';
import { ofForm, sayFloor, sayRaise, sayRule, type Words } from '../words/say.ts';

export interface Found {
  readonly draft: Draft;
  readonly faults: readonly DraftFault[];
  readonly problems: readonly PolicyProblem[];
}

export interface Mend {
  /** Id of the control to go to. */
  readonly field: string;
  readonly text: string;
}

/** What stands beside a row, a rule or a table: what is wrong with it, and what it says. */
export interface Note {
  readonly problems: readonly string[];
  readonly sentence: string;
}

/** Everything that keeps the draft from being proposed, each with where to mend it. */
export function listMends(words: Words, found: Found): readonly Mend[] {
  const { t } = words;
  const { draft, faults, problems } = found;
  const cells = faults.map((fault) => {
    const place = placeOfFault(fault);
    const field = fault.kind === 'number' ? cellOf(place, fault.field) : cellOf(place, 'from');
    return { field, text: withForm(words, place, sayFault(t, fault)) };
  });
  const rows = problems.filter(isBlocking).map((problem) => {
    const place = placeOf(problem, draft.tables);
    const text = withForm(words, place, sayProblem(t, problem, draft.tables));
    return { field: cellOf(place, 'from'), text };
  });
  return [...cells, ...rows];
}

/** In a list of everything, a row is found by its form. */
function withForm(words: Words, place: Place, text: string): string {
  return 'instrument' in place ? ofForm(words, place.instrument, text) : text;
}

function cellOf(place: Place, field: 'from' | 'to'): string {
  switch (place.at) {
    case 'row':
      return `${field}-${place.instrument}-${place.row}`;
    case 'table':
      return `add-${place.instrument}`;
    case 'raise':
      return `ask-${place.raise}-${place.condition}`;
    case 'field':
      return place.field;
  }
}

/** What is said about one place, in the order in which it was found. */
function problemsAt({ t }: Words, found: Found, here: (place: Place) => boolean): string[] {
  const { draft, faults, problems } = found;
  return [
    ...faults.filter((one) => here(placeOfFault(one))).map((one) => sayFault(t, one)),
    ...problems
      // A closed step is said once, above everything.
      .filter((one) => one.kind !== 'tier_closed')
      .filter((one) => here(placeOf(one, draft.tables)))
      .map((one) => sayProblem(t, one, draft.tables)),
  ];
}

export function rowNotes(words: Words, found: Found, table: DraftTable): readonly Note[] {
  const { instrument, rows } = table;
  return rows.map((row, place) => ({
    problems: problemsAt(
      words,
      found,
      (at) => at.at === 'row' && at.instrument === instrument && at.row === place,
    ),
    sentence: sentenceOf(words, instrument, row),
  }));
}

/** What is wrong with a table as a whole. */
export function tableProblems(words: Words, found: Found, { instrument }: DraftTable) {
  return problemsAt(words, found, (at) => at.at === 'table' && at.instrument === instrument);
}

/** Whether anything in a table keeps the draft from being proposed. */
export function isToMend({ draft, faults, problems }: Found, { instrument }: DraftTable): boolean {
  const places = [
    ...faults.map(placeOfFault),
    ...problems.filter(isBlocking).map((one) => placeOf(one, draft.tables)),
  ];
  return places.some((place) => 'instrument' in place && place.instrument === instrument);
}

/** Each row is read by itself, so that one without a number does not silence the others. */
function sentenceOf(words: Words, instrument: DraftTable['instrument'], row: DraftRow): string {
  const faults: DraftFault[] = [];
  const rule = readRow(instrument, row, 0, faults);
  if (faults.length > 0) return words.t('policy.rule.noNumbers');
  return join(words.locale, [sayRule(words, rule), ...sayFloor(words, instrument, rule)]);
}

export function raiseNotes(words: Words, found: Found): readonly Note[] {
  return found.draft.raises.map((raise, place) => ({
    problems: problemsAt(words, found, (at) => at.at === 'raise' && at.raise === place),
    sentence: raiseSentence(words, raise),
  }));
}

function raiseSentence(words: Words, raise: DraftRaise): string {
  const faults: DraftFault[] = [];
  const read = readRaise(raise, 0, faults);
  return faults.length > 0 ? words.t('policy.raise.notYet') : sayRaise(words, read);
}
