import {
  type About,
  type DisclosedMoves,
  leadingTo,
  movedBy,
} from '#lib/domain/evaluation/moves.ts';
import { REPLAYED_DAYS } from '#lib/domain/routing/review/replay.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
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

interface CapacityProps extends Props {
  /** New people a week that each step can take, as it was typed. */
  readonly capacity: Readonly<Record<Tier, string>>;
}

/** How many people a week each step would be offered to, beside how many it can take. */
export function CapacityTable({ frame, moves, capacity }: CapacityProps) {
  const { t } = frame;
  const weekly = (tier: Tier, by: 'before' | 'after') =>
    Math.round((leadingTo(moves, tier, by).about * 7) / REPLAYED_DAYS);
  return (
    <DataTable
      caption={t('policy.try.capacityCaption')}
      columns={[
        { key: 'step', label: t('policy.columns.step') },
        { key: 'now', label: t('policy.try.weekNow'), number: true },
        { key: 'new', label: t('policy.try.weekNew'), number: true },
        { key: 'room', label: t('policy.try.room'), number: true },
        { key: 'verdict', label: t('policy.try.verdict') },
      ]}
      rows={TIERS.map((tier) => {
        const room = /^\d{1,5}$/.test(capacity[tier]) ? Number(capacity[tier]) : null;
        const demand = weekly(tier, 'after');
        const verdict = room === null ? 'unknown' : demand > room ? 'over' : 'fits';
        return {
          key: tier,
          cells: {
            step: t(`policy.tier.${tier}`),
            now: weekly(tier, 'before'),
            new: demand,
            room: room ?? '–',
            verdict: t(`policy.try.capacity.${verdict}`, {
              count: Math.max(0, demand - (room ?? 0)),
            }),
          },
        };
      })}
      stacked
    />
  );
}
