import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { mayPublish } from '#lib/domain/routing/review/approval.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import { appendAudit } from '#lib/store/audit.ts';
import {
  appendActivation,
  findPolicyVersion,
  findPublished,
  type PolicyVersion,
} from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

export type PublishRefused =
  | 'gone'
  | 'not_approved'
  /** Another version was published after the page was drawn. */
  | 'moved'
  /** The moment is no date and time, has passed, or is too far away. */
  | 'when';

const DAY_MS = 86_400_000;
const FURTHEST_MS = 90 * DAY_MS;

export interface Publication {
  readonly hash: string;
  /** The version that the page compared it with. */
  readonly live: string | null;
  /** `2026-12-01` and `09:00` on the clock of the service; both empty: at once. */
  readonly date: string;
  readonly time: string;
}

/**
 * An approved version goes live, at once or from a moment on: the next screening that is begun after it
 * is routed by it, and pathways under way keep the placement they were given.
 */
export async function publishPolicy(
  ctx: StaffContext<'policy:publish'>,
  { hash, live, date, time }: Publication,
): Promise<Result<null, PublishRefused>> {
  requireFresh(ctx);
  if (!HASH.test(hash)) return err('gone');
  const from = readMoment(ctx, date, time);
  if (from === 'when') return err('when');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const version = await findPolicyVersion(tx, hash);
    if (!version) return err('gone');
    const staffId = ctx.actor.id;
    if (isDoneBy(version, staffId)) return ok(null);
    const published = await findPublished(tx);
    const may = mayPublish(version.state, live, published);
    if (may !== 'yes') return err(may);
    await appendActivation(tx, { hash, staffId, at: ctx.now, from });
    const detail = { before: published.latest, from };
    const entry = { action: 'policy.activated', subject: hash, detail } as const;
    await appendAudit(tx, { actor: `staff:${staffId}`, ...entry });
    return ok(null);
  });
}

/** The same post again: it was published by this very person. */
function isDoneBy({ state, activations }: PolicyVersion, id: string): boolean {
  return (state === 'live' || state === 'scheduled') && activations.at(-1)?.by?.id === id;
}

function readMoment(ctx: StaffContext, date: string, time: string): Instant | null | 'when' {
  if (date.trim() === '' && time.trim() === '') return null;
  const [, hour = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time.trim()) ?? [];
  const midnight = /^\d{4}-\d\d-\d\d$/.test(date.trim()) ? Date.parse(date.trim()) : Number.NaN;
  if (hour === '' || Number.isNaN(midnight)) return 'when';
  const local = { day: (midnight / DAY_MS) as Day, minute: Number(hour) * 60 + Number(minutes) };
  const at = instantOf(local, ctx.config.timeZone);
  return at > ctx.now && at <= ctx.now + FURTHEST_MS ? at : 'when';
}
