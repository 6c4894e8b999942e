import { type DisclosedMoves, leadingTo } from '#lib/domain/evaluation/moves.ts';
import type { KnownRoom } from '#lib/domain/evaluation/room.ts';
import { REPLAYED_DAYS } from '#lib/domain/routing/review/replay.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  /** Path of the page that answers. */
  readonly action: string;
  readonly moves: DisclosedMoves;
  readonly room: KnownRoom;
  /** New people a week, as it was typed for the steps of which no such figure is stored. */
  readonly typed: (tier: Tier) => string;
}

/** How many people a week each step would be offered to, beside how many it can take. */
export function Capacity({ frame, action, moves, room, typed }: Props) {
  const { t } = frame;
  const asked = TIERS.filter((tier) => room.open.has(tier));
  return (
    <>
      <CapacityTable frame={frame} moves={moves} room={room} typed={typed} />
      <ul>
        {TIERS.map((tier) => (
          <li key={tier}>{sayRoom(frame, room, tier)}</li>
        ))}
      </ul>
      {asked.length === 0 ? null : (
        <form className="prose" method="get" action={frame.href(action)}>
          {asked.map((tier) => (
            <TextField
              key={tier}
              t={t}
              name={`room-${tier}`}
              label={t('policy.try.roomOf', { step: t(`policy.tier.${tier}`) })}
              value={typed(tier)}
              inputMode="numeric"
              autoComplete="off"
              className="w-28"
              maxLength={5}
            />
          ))}
          <div className="actions">
            <Button kind="plain">{t('policy.try.compare')}</Button>
          </div>
        </form>
      )}
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

function CapacityTable({ frame, moves, room, typed }: Omit<Props, 'action'>) {
  const { t } = frame;
  const weekly = (tier: Tier, by: 'before' | 'after') =>
    Math.round((leadingTo(moves, tier, by).about * 7) / REPLAYED_DAYS);
  const roomOf = (tier: Tier) => {
    // Nobody can be taken by a step that is closed: that much is always on record.
    if (!room.open.has(tier)) return 0;
    return /^\d{1,5}$/.test(typed(tier)) ? Number(typed(tier)) : null;
  };
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
        const verdict = known === null ? 'unknown' : demand > known ? 'over' : 'fits';
        const count = Math.max(0, demand - (known ?? 0));
        return {
          key: tier,
          cells: {
            step: t(`policy.tier.${tier}`),
            now: weekly(tier, 'before'),
            new: demand,
            room: known ?? t('policy.try.notKnown'),
            verdict: t(`policy.try.capacity.${verdict}`, { count }),
          },
        };
      })}
      stacked
    />
  );
}
