import { type About, type DisclosedMoves, leadingTo } from '#lib/domain/evaluation/moves.ts';
import type { KnownRoom } from '#lib/domain/evaluation/room.ts';
import { REPLAYED_DAYS } from '#lib/domain/routing/review/replay.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { sayAbout } from './moves-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly moves: DisclosedMoves;
  readonly room: KnownRoom;
}

/** How many people a week each step would be offered to, beside how many it can take. */
export function Capacity({ frame, moves, room }: Props) {
  return (
    <>
      <CapacityTable frame={frame} moves={moves} room={room} />
      <ul>
        {TIERS.map((tier) => (
          <li key={tier}>{sayRoom(frame, room, tier)}</li>
        ))}
      </ul>
    </>
  );
}

/** What is stored of the room of a step, and what is not. */
function sayRoom(
  { t }: Frame,
  { open, guides, conversations, services, paused }: KnownRoom,
  tier: Tier,
) {
  if (tier === 'guidance') {
    if (!open.has(tier)) return t('policy.try.known.noGuide');
    const busy = conversations.kind === 'shown' ? String(conversations.value) : t('policy.try.few');
    return t('policy.try.known.guides', { count: guides, busy });
  }
  if (tier === 'community') {
    return t(open.has(tier) ? 'policy.try.known.group' : 'policy.try.known.noGroup');
  }
  const listed = open.has(tier) ? 'services' : 'noService';
  return t(`policy.try.known.${listed}`, { count: services, paused });
}

function CapacityTable({ frame, moves, room }: Props) {
  const { t } = frame;
  const inAWeek = (people: number) => Math.round((people * 7) / REPLAYED_DAYS);
  const weekly = (tier: Tier, by: 'before' | 'after'): About => {
    const { least, most } = leadingTo(moves, tier, by);
    return { least: inAWeek(least), most: most === null ? null : inAWeek(most) };
  };
  // Nobody can be taken by a step that is closed: that much is always on record.
  const roomOf = (tier: Tier) => (room.open.has(tier) ? (room.weekly.get(tier) ?? null) : 0);
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
        const known = roomOf(tier);
        const demand = weekly(tier, 'after');
        const count = Math.max(0, demand.least - (known ?? 0));
        return {
          key: tier,
          cells: {
            step: t(`policy.tier.${tier}`),
            now: sayAbout(frame, weekly(tier, 'before')),
            new: sayAbout(frame, demand),
            room: known ?? t('policy.try.notKnown'),
            verdict: t(`policy.try.capacity.${verdictOf(demand, known)}`, { count }),
          },
        };
      })}
      stacked
    />
  );
}

/** Hidden numbers may make the difference: then nobody can say. */
function verdictOf({ least, most }: About, known: number | null) {
  if (known === null) return 'unknown';
  if (least > known) return 'over';
  return most !== null && most <= known ? 'fits' : 'perhaps';
}
