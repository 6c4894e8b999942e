import { boundsOfDifference, type KnownOutcome } from '#lib/domain/evaluation/trials/bounds.ts';
import type { Frame } from '../../layout/frame.ts';
import type { TrialFigures } from './trial-view.ts';

interface Props {
  readonly frame: Frame;
  readonly figures: TrialFigures;
}

/** Of how many it is known whether they went, in each of the two arms, and how far the others could move the difference. */
export function KnownOutcomeBounds({ frame: { t, lang }, figures }: Props) {
  const { table, flow } = figures;
  const [first, second] = table?.groups ?? [];
  if (table === null || first === undefined || second === undefined) return null;
  const [a, b] = [outcomeOf(table, flow, first), outcomeOf(table, flow, second)];
  if (a === null || b === null) return null;
  const { lo, hi } = boundsOfDifference(a, b);
  const points = new Intl.NumberFormat(lang, { maximumFractionDigits: 0, signDisplay: 'always' });
  return (
    <p>
      {t('trials.effect.known', {
        first: t(`trials.way.${first}`),
        second: t(`trials.way.${second}`),
        heard: a.heard.value,
        of: a.followed.value,
        otherHeard: b.heard.value,
        otherOf: b.followed.value,
        lo: points.format(lo * 100),
        hi: points.format(hi * 100),
      })}
    </p>
  );
}

function outcomeOf(
  table: NonNullable<TrialFigures['table']>,
  flow: TrialFigures['flow'],
  arm: NonNullable<TrialFigures['table']>['groups'][number],
): KnownOutcome | null {
  const heard = flow?.arms.find((one) => one.arm === arm)?.counts.heard;
  const [followed, attended] = [table.cell(arm, 'followed'), table.cell(arm, 'attended')];
  return heard?.kind === 'shown' && followed.kind === 'shown' && attended.kind === 'shown'
    ? { heard, followed, attended }
    : null;
}
