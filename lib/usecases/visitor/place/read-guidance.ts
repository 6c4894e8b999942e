import type { Instant } from '#lib/domain/basics/ids.ts';
import { type AnswerStep, readStep } from '#lib/domain/guidance/answer-step.ts';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import { URGENCIES } from '#lib/domain/guidance/queue.ts';
import { hasUnreadAnswer } from '#lib/domain/pathway/unread.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import { openText } from '#lib/gateways/thread-keys.ts';
import { listTakenSteps } from '#lib/store/guidance/answers.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import { listMessages } from '#lib/store/threads.ts';
import { mailState } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { openOwnThread } from '#lib/usecases/own-thread.ts';
import { settleReplies } from '#lib/usecases/settle-replies.ts';

export interface OwnMessage {
  readonly seq: number;
  readonly from: 'visitor' | 'staff';
  readonly text: string;
  /** What the answer leads to; null for the person's own words. */
  readonly step: AnswerStep | null;
  /** That step was taken. */
  readonly taken: boolean;
  /** The name of the service that it leads to; null where visitors do not see it any more. */
  readonly service: string | null;
}

export interface OwnThread {
  readonly messages: readonly OwnMessage[];
  readonly state: 'open' | 'answered' | 'closed';
  /** While an answer is owed: when it was promised. */
  readonly promisedAt: Instant | null;
  /** What waits for an answer may speak of danger: help comes first. */
  readonly urgent: boolean;
  /** What is sent by e-mail, or why nothing is any more; null: nothing is. */
  readonly mail: MailKind | MailEnd | null;
}

/**
 * The person's own thread, opened with the key of their return code; null where there is none. An answer whose time
 * has come is let go first. `mark` records the first look at each answer.
 */
export async function readGuidance(
  ctx: Omit<VisitorContext, 'key'>,
  mark: boolean,
): Promise<OwnThread | null> {
  const { pathwayId } = ctx.session;
  const known = await openOwnThread(ctx.db, ctx.session);
  if (known === null) return null;
  const settled = await settleReplies(ctx, known.thread.id);
  const opened = settled > 0 ? await openOwnThread(ctx.db, ctx.session) : known;
  if (opened === null) return null;
  const { thread, key } = opened;
  const stored = await listMessages(ctx.db, thread.id);
  const taken = await listTakenSteps(
    ctx.db,
    pathwayId,
    stored.map(({ id }) => id),
  );
  const messages = stored.map(({ id, seq, author, sealed, ...step }) => ({
    seq,
    from: author,
    text: openText(key, thread.id, sealed) ?? '',
    step: readStep(step),
    taken: taken.has(id),
  }));
  if (mark && messages.some(({ from }) => from === 'staff')) {
    const read = { step: 'guidance.read', origin: 'user', policyHash: null, payload: {} } as const;
    await recordSteps(
      ctx.db,
      { id: ctx.session.pathwayId, key: null, today: ctx.today },
      async () =>
        hasUnreadAnswer(await listTransitions(ctx.db, ctx.session.pathwayId)) ? [read] : [],
    );
  }
  const { state, promisedAt } = thread;
  const named = await Promise.all(
    messages.map(async (message) => ({ ...message, service: await serviceOf(ctx, message.step) })),
  );
  const mail = await mailState(ctx.db, opened);
  const urgent = thread.urgency < URGENCIES.none;
  return { messages: named, state, promisedAt, urgent, mail };
}

async function serviceOf(
  { db, today, locale }: Pick<VisitorContext, 'db' | 'today' | 'locale'>,
  step: AnswerStep | null,
): Promise<string | null> {
  const service = step?.kind === 'service' ? await findService(db, step.service) : null;
  return service && isListed(service, today) ? service.name[locale] : null;
}
