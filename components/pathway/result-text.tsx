import type { Band } from '#lib/domain/screening/band.ts';
import type { Frame } from '../layout/frame.ts';
import { listOf } from '../layout/shell/format.ts';

export interface StrongAnswer {
  /** Number of the question, 1 to 8: question 9 has a page of its own. */
  readonly n: number;
  /** Published wording of the answer. */
  readonly answerLabel: string;
}

interface Props {
  readonly frame: Frame;
  /** Null where the answers cannot be added up. */
  readonly band: Band | null;
  readonly strongest: readonly StrongAnswer[];
}

/** The result in words: how many signs, the person's own strongest answers, no number, no name of an illness. */
export function ResultText({ frame, band, strongest }: Props) {
  const { t } = frame;
  return (
    <>
      <p className="lead">
        {t.rich(`result.band.${band ?? 'none'}`, { b: (words) => <strong>{words}</strong> })}
      </p>
      {saidOf(frame, strongest).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('result.noScoreNeeded')}</p>
    </>
  );
}

type Sign = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One sentence for each answer that was given, in the order of `strongest`. */
function saidOf({ t, locale }: Frame, strongest: readonly StrongAnswer[]): readonly string[] {
  const labels = [...new Set(strongest.map(({ answerLabel }) => answerLabel))];
  return labels.map((label) => {
    const answers = strongest.filter(({ answerLabel }) => answerLabel === label);
    const signs = listOf(
      locale,
      answers.map(({ n }) => t(`result.sign.${n as Sign}`)),
    );
    const often = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    return t(answers.length === 1 ? 'result.said.one' : 'result.said.more', { signs, often });
  });
}
