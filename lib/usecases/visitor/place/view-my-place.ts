import { dateOfDay } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { assignedWay } from '#lib/domain/pathway/compared.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { hasUnreadAnswer } from '#lib/domain/pathway/unread.ts';
import { recheckDay } from '#lib/domain/routing/route.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { type Topic, topicOf } from '#lib/domain/screening/topics.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { listTransitions, markUsed, readPathway } from '#lib/store/pathways.ts';
import { findPolicy } from '#lib/store/policies.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

type Decided = Pick<PayloadOf<'tier.decided'>, 'tier' | 'decision' | 'askAgainDays'>;

export interface MyPlace {
  readonly row: PathwayRow;
  /** What was decided about the latest offer; null while nothing was, so an older choice never hides it. */
  readonly decided: Decided | null;
  readonly open: ReadonlySet<Tier>;
  /** A guide's latest answer has not been looked at. */
  readonly unread: boolean;
  /** Chance gave this person something in a comparison. */
  readonly compared: boolean;
  /** What the latest check looked at. */
  readonly topic: Topic;
  /** The day of the latest finished check; null where there is none. */
  readonly answeredOn: Day | null;
  /** The day the person asked to be asked again; null where they did not. */
  readonly askOn: Day | null;
  /** The day from which the policy suggests to answer again. */
  readonly recheckOn: Day | null;
}

/**
 * Where a person stands on their way; null where the pathway was erased or has expired. Looking counts
 * as use: the code of somebody who comes back never runs out.
 */
export async function viewMyPlace(ctx: Omit<VisitorContext, 'key'>): Promise<MyPlace | null> {
  const { pathwayId } = ctx.session;
  const [stored, transitions, open] = await Promise.all([
    readPathway(ctx.db, pathwayId, null),
    listTransitions(ctx.db, pathwayId),
    readOpenTiers(ctx.db, ctx),
    markUsed(ctx.db, pathwayId, ctx.today),
  ]);
  if (!stored) return null;
  const { row, start } = stored;
  const after = (day: number, days: number) => (dateOfDay(start, day) + days) as Day;
  const offer = transitions.findLastIndex((t) => t.step === 'tier.offered');
  const last = transitions.slice(offer + 1).findLast((t) => t.step === 'tier.decided');
  const days = last?.payload.askAgainDays ?? null;
  const answered = transitions.findLast((t) => t.step === 'screening.completed');
  const begun = transitions.findLast((t) => t.step === 'screening.started');
  return {
    row,
    decided: last?.payload ?? null,
    open,
    compared: assignedWay(transitions) !== null,
    topic: topicOf(begun?.payload.instrument ?? ''),
    unread: hasUnreadAnswer(transitions),
    answeredOn: answered ? after(answered.day, 0) : null,
    askOn: last && days !== null ? after(last.day, days) : null,
    recheckOn: answered ? ((start + (await recheckOf(ctx, row, answered.day))) as Day) : null,
  };
}

async function recheckOf(
  { db }: Pick<VisitorContext, 'db'>,
  { offeredPolicy: hash }: PathwayRow,
  answered: number,
): Promise<number> {
  return recheckDay(hash === null ? null : (await findPolicy(db, hash))?.policy, answered);
}
