import type { Instant } from '#lib/domain/basics/ids.ts';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import { hasUnreadAnswer } from '#lib/domain/pathway/unread.ts';
import { openText } from '#lib/gateways/thread-keys.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { listMessages } from '#lib/store/threads.ts';
import { mailState } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { openOwnThread } from '#lib/usecases/own-thread.ts';

export interface OwnThread {
  readonly messages: readonly { readonly from: 'visitor' | 'staff'; readonly text: string }[];
  readonly state: 'open' | 'answered' | 'closed';
  /** While an answer is owed: when it was promised. */
  readonly promisedAt: Instant | null;
  /** What is sent by e-mail, or why nothing is any more; null: nothing is. */
  readonly mail: MailKind | MailEnd | null;
}

/**
 * The person's own thread, opened with the key of their return code; null where there is none.
 * `mark` records the first look at each answer.
 */
export async function readGuidance(
  ctx: Omit<VisitorContext, 'key'>,
  mark: boolean,
): Promise<OwnThread | null> {
  const opened = await openOwnThread(ctx.db, ctx.session);
  if (opened === null) return null;
  const { thread, key } = opened;
  const messages = (await listMessages(ctx.db, thread.id)).map(({ author, sealed }) => ({
    from: author,
    text: openText(key, thread.id, sealed) ?? '',
  }));
  if (mark && messages.at(-1)?.from === 'staff') {
    const read = { step: 'guidance.read', origin: 'user', policyHash: null, payload: {} } as const;
    await recordSteps(
      ctx.db,
      { id: ctx.session.pathwayId, key: null, today: ctx.today },
      async () =>
        hasUnreadAnswer(await listTransitions(ctx.db, ctx.session.pathwayId)) ? [read] : [],
    );
  }
  const mail = await mailState(ctx.db, opened);
  return { messages, state: thread.state, promisedAt: thread.promisedAt, mail };
}
