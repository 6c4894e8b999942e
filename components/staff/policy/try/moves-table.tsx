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
    cell.kind === 'shown' ? String(cell.value) : t('policy.try.few');
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

export function sayAbout({ t }: Pick<Frame, 't'>, { about, more }: About): string {
  if (about === 0) return t('policy.try.few');
  return more ? t('policy.try.orMore', { about }) : String(about);
}
