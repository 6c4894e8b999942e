import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import { type InboxTab, type Place, SOON_MINUTES, writePlace } from '#lib/domain/guidance/queue.ts';
import { afterWorkingMinutes } from '#lib/domain/guidance/working-time.ts';
import { instantOf, localTime } from '#lib/gateways/clock.ts';
import { type DraftToCheck, listDraftsToCheck } from '#lib/store/guidance/drafts.ts';
import { listPresent } from '#lib/store/guidance/presence.ts';
import {
  countCaseload,
  countInbox,
  type InboxCounts,
  type InboxRow,
  listInboxPage,
} from '#lib/store/guidance/queue.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { readGuideHours } from '#lib/usecases/guidance-promise.ts';

/** Rows of a page. */
const PAGE = 20;

export interface InboxView {
  readonly tab: InboxTab;
  readonly counts: InboxCounts;
  readonly rows: readonly (InboxRow & {
    readonly waitedMs: number;
    readonly late: boolean;
    /** Who looks at it now. */
    readonly viewers: readonly string[];
  })[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
  readonly toCheck: readonly DraftToCheck[];
  readonly languages: readonly string[];
  readonly team: string | null;
  readonly all: boolean;
  /** This guide has as many to answer as one can have. */
  readonly full: boolean;
}

/** One page of one list, and how many each list has. No text of a visitor's, and no pathway. */
export async function listInbox(
  ctx: StaffContext<'inbox:read'>,
  asked: { readonly tab: InboxTab; readonly all: boolean; readonly after: Place | null },
): Promise<InboxView> {
  const { db, now, actor, config } = ctx;
  const { tab, all, after } = asked;
  const [staff, soon] = await Promise.all([findStaff(db, actor.id), soonBy(ctx)]);
  const { languages = [], team = null } = staff ?? {};
  const reach = { staffId: actor.id, languages, team, all, now, soon };
  const [counts, found, toCheck, caseload] = await Promise.all([
    countInbox(db, reach),
    // One more than is shown: then there is a next page.
    listInboxPage(db, { ...reach, tab, after, limit: PAGE + 1 }),
    listDraftsToCheck(db, actor.id),
    countCaseload(db, actor.id),
  ]);
  const page = found.slice(0, PAGE);
  const present = await listPresent(db, {
    threadIds: page.map(({ id }) => id),
    but: actor.id,
    now,
  });
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    ...{ tab, counts, toCheck, languages, team, all },
    full: caseload >= config.caseload,
    next: last === undefined ? null : writePlace(placeOf(last)),
    rows: page.map((row) => ({
      ...row,
      waitedMs: row.openedAt === null ? 0 : Math.max(0, now - row.openedAt),
      late: row.promisedAt !== null && row.promisedAt < now,
      viewers: (present.get(row.id as ThreadId) ?? []).map(({ name }) => name),
    })),
  };
}

function placeOf({ id, urgency, promisedAt, answeredOn }: InboxRow): Place {
  return answeredOn === null ? { urgency, promisedAt, id } : { answeredOn, id };
}

/** Up to when an answer is due soon: so much of the guides' time from now on. */
async function soonBy(ctx: StaffContext): Promise<Instant | null> {
  const { timeZone } = ctx.config;
  const hours = await readGuideHours(ctx.db, ctx);
  const at = afterWorkingMinutes(localTime(ctx.now, timeZone), hours, SOON_MINUTES);
  return at && instantOf(at, timeZone);
}
