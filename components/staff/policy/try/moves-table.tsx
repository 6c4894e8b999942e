import { type About, type DisclosedMoves, movedBy } from '#lib/domain/evaluation/moves.ts';
import { REPLAYED_DAYS } from '#lib/domain/routing/review/replay.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';

type Disclosed = ReturnType<DisclosedMoves['cell']>;

interface Props {
  readonly frame: Frame;
  readonly moves: DisclosedMoves;
}

/** What would change for how many: in one sentence, then from step to step. */
export function MovesTable({ frame, moves }: Props) {
  const { t } = frame;
  const say = (cell: Disclosed) =>
    cell.kind === 'shown' ? String(cell.value) : t('policy.shares.hidden');
  return (
    <>
      <p>
        <strong>
          {t('policy.try.moved', {
            all: say(moves.all),
            days: REPLAYED_DAYS,
            up: sayAbout(frame, movedBy(moves, 1)),
            down: sayAbout(frame, movedBy(moves, -1)),
          })}
        </strong>
      </p>
      <DataTable
        caption={t('policy.try.fromTo')}
        columns={[
          { key: 'from', label: t('policy.try.from') },
          ...TIERS.map((tier) => ({ key: tier, label: t(`policy.tier.${tier}`), number: true })),
        ]}
        rows={TIERS.map((from) => ({
          key: from,
          cells: {
            from: t(`policy.tier.${from}`),
            ...Object.fromEntries(TIERS.map((to) => [to, say(moves.cell(from, to))])),
          },
        }))}
      />
      <p className="note">{t('policy.try.rounded')}</p>
    </>
  );
}

/** "85", "20 to 35", "at most 15": what is printed tells no more. */
export function sayAbout({ t }: Pick<Frame, 't'>, { least, most }: About): string {
  if (most === null) return t('policy.try.orMore', { least });
  if (most === least) return String(least);
  return least === 0 ? t('policy.try.atMost', { most }) : t('policy.try.between', { least, most });
}
