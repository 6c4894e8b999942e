// Threads as visitors open them, and what guides write in them.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Day, Instant, PathwayId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { type DraftContent, EMPTY_DRAFT } from '#lib/domain/guidance/draft.ts';
import type { Urgency } from '#lib/domain/guidance/queue.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { sealText, wrapForStaff } from '#lib/gateways/thread-keys.ts';
import type { Database } from '#lib/store/client.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { appendMessage, insertThread, markThreadWaiting } from '#lib/store/threads.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { settleReplies } from '#lib/usecases/settle-replies.ts';
import { contextOf, NOW, staffContextOf, type TestPerson } from '../usecases/staff/people.ts';
import { screened, TODAY } from './screened.ts';

const HOUR = 3_600_000;
export const TEXT = '我不知道由哪裡開始。';

export interface Asked {
  readonly hoursAgo?: number;
  readonly promisedIn?: number;
  readonly share?: boolean;
  readonly locale?: Locale;
  readonly tier?: Tier;
  readonly urgency?: Urgency;
}

export interface AskedThread {
  readonly id: ThreadId;
  readonly key: Uint8Array;
  readonly pathwayId: PathwayId;
}

/** Guides at a fixed moment, or so much later. */
export function guideContext<P extends Permission>(
  db: Database,
  person: TestPerson,
  permission: P,
  laterMs = 0,
) {
  const now = (NOW + laterMs) as Instant;
  return { ...staffContextOf(db, person, permission, now), today: (TODAY + 1) as Day };
}

/** Somebody who wrote to the guides. */
export async function ask(db: Database, asked: Asked = {}): Promise<AskedThread> {
  const {
    hoursAgo = 1,
    promisedIn = 5,
    share = false,
    locale = 'zh-hant',
    tier = 'guidance',
  } = asked;
  const pathwayId = await screened(db);
  await recordSteps(db, { id: pathwayId, key: randomUUID(), today: TODAY }, () => [
    { step: 'guidance.requested', origin: 'user', policyHash: null, payload: {} },
  ]);
  const id = randomUUID() as ThreadId;
  const key = randomBytes(32);
  await insertThread(db, {
    id,
    pathwayId,
    locale,
    tier,
    band: share ? 'mild' : null,
    today: TODAY,
    now: (NOW - hoursAgo * HOUR) as Instant,
    promisedAt: (NOW + promisedIn * HOUR) as Instant,
    ...(asked.urgency === undefined ? {} : { urgency: asked.urgency }),
    wraps: [{ holder: 'staff', wrapped: wrapForStaff(contextOf(db).secrets, id, key) }],
  });
  await write(db, { id, key }, TEXT);
  return { id, key, pathwayId };
}

/** The visitor's words; `again` where the thread had been answered. */
export async function write(
  db: Database,
  { id, key }: Pick<AskedThread, 'id' | 'key'>,
  text: string,
  again?: { readonly now: Instant; readonly promisedAt: Instant },
): Promise<void> {
  await appendMessage(db, {
    threadId: id,
    author: 'visitor',
    staffId: null,
    sealed: sealText(key, id, text),
    key: randomUUID(),
  });
  if (again) await markThreadWaiting(db, { threadId: id, ...again, urgency: 2 });
}

/** A reply that says what it leads to. */
export function draftOf(text: string, change: Partial<DraftContent> = {}): DraftContent {
  return { ...EMPTY_DRAFT, text, step: 'plan', ...change };
}

/** As the web processes do it, so much later. */
export function settleLater(db: Database, laterMs: number): Promise<number> {
  const now = (NOW + laterMs) as Instant;
  return settleReplies({ ...contextOf(db, now), today: (TODAY + 1) as Day });
}

/** Sends a reply and lets it go. */
export async function answer(
  db: Database,
  person: TestPerson,
  reply: { readonly id: ThreadId; readonly text: string; readonly seen: number },
): Promise<void> {
  const { id, text, seen } = reply;
  const ctx = guideContext(db, person, 'inbox:reply');
  const sent = await replyToThread(ctx, { id, draft: draftOf(text), seen, override: false });
  if (!sent.ok) throw new Error(`not sent: ${JSON.stringify(sent.error)}`);
  await settleLater(db, 30_000);
}
