import { plainBand } from '#lib/domain/screening/band.ts';
import type { Question } from '#lib/domain/screening/topics.ts';
import type { Frame } from '../layout/frame.ts';
import { listOf } from '../layout/shell/format.ts';
import type { FormResult } from './form-result.ts';

export interface StrongAnswer {
  readonly question: Question;
  /** Published wording of the answer. */
  readonly answerLabel: string;
}

interface Props {
  readonly frame: Frame;
  readonly forms: readonly FormResult[];
  readonly strongest: readonly StrongAnswer[];
}

/** The result in words: how many signs, the person's own strongest answers, no number, no name of an illness. */
export function ResultText({ frame, forms, strongest }: Props) {
  const { t } = frame;
  return (
    <>
      {suggested(frame, forms).map(({ band, what }) => (
        <p key={band} className="lead">
          {t.rich(`result.band.${band}`, { b: (words) => <strong>{words}</strong>, what })}
        </p>
      ))}
      {isOneMissing(forms) ? <p>{t('result.oneMissing')}</p> : null}
      {saidOf(frame, strongest).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('result.noScoreNeeded')}</p>
    </>
  );
}

/** Of several forms some could be added up and some not. */
function isOneMissing(forms: readonly FormResult[]): boolean {
  return forms.some(({ total }) => total === null) && forms.some(({ total }) => total !== null);
}

/** One for each band, of everything that came to it; none could be added up: that alone. */
function suggested({ t, locale }: Frame, forms: readonly FormResult[]) {
  const known = forms.flatMap(({ instrument, band: code }) => {
    const band = plainBand(code);
    return band === null ? [] : [{ band, what: t(`result.about.${instrument}`) }];
  });
  if (known.length === 0) return [{ band: 'none', what: '' }] as const;
  return [...Map.groupBy(known, ({ band }) => band)].map(([band, same]) => ({
    band,
    what: listOf(
      locale,
      same.map(({ what }) => what),
    ),
  }));
}

/** One sentence for each answer that was given, in the order of `strongest`. */
function saidOf({ t, locale }: Frame, strongest: readonly StrongAnswer[]): readonly string[] {
  const labels = [...new Set(strongest.map(({ answerLabel }) => answerLabel))];
  return labels.map((label) => {
    const answers = strongest.filter(({ answerLabel }) => answerLabel === label);
    const signs = listOf(
      locale,
      answers.map(({ question }) => t(signKey(question))),
    );
    const often = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    return t(answers.length === 1 ? 'result.said.one' : 'result.said.more', { signs, often });
  });
}

type Sign = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Eight of the PHQ-9, since its ninth has a page of its own; seven of the GAD-7. */
function signKey({ form, item }: Question) {
  return form === 'gad-7'
    ? (`result.sign.gad-7.${item as Sign}` as const)
    : (`result.sign.phq-9.${item as Sign | 8}` as const);
}
