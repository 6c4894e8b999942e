import { dayNumber } from '#lib/domain/basics/day.ts';
import type { Day, Instant, PathwayId, StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { StoredStep } from '#lib/domain/guidance/answer-step.ts';
import { URGENCIES, type Urgency } from '#lib/domain/guidance/queue.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Band } from '#lib/domain/screening/band.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { dateOf, dayOf, type Tx } from './client.ts';
import { insertClock } from './guidance/thread-clock.ts';

/** A guidance thread as a guide may see it: no pathway, no answers. */
export interface Thread {
  readonly id: ThreadId;
  readonly locale: Locale;
  readonly tier: Tier | null;
  /** Only where the visitor chose to share it. */
  readonly band: Band | null;
  readonly state: 'open' | 'answered' | 'closed';
  readonly openedDay: number;
  /** This and the next are forgotten once the thread is answered. */
  readonly openedAt: Instant | null;
  readonly promisedAt: Instant | null;
  readonly closedOn: Day | null;
  /** What colleagues call it (lib/domain/guidance/thread-name.ts). */
  readonly name: number;
  readonly urgency: Urgency;
  readonly assignedTo: StaffId | null;
  readonly team: string | null;
  readonly answeredOn: Day | null;
}

export interface NewThread {
  readonly pathwayId: PathwayId;
  readonly locale: Locale;
  readonly tier: Tier | null;
  readonly band: Band | null;
  readonly today: Day;
  readonly now: Instant;
  readonly promisedAt: Instant | null;
  readonly wraps: readonly { readonly holder: 'visitor' | 'staff'; readonly wrapped: Uint8Array }[];
  /** What the first message speaks of. */
  readonly urgency?: Urgency;
  /** Chosen by the caller where the texts are sealed with the id as their context. */
  readonly id?: ThreadId;
}

export async function insertThread(tx: Tx, thread: NewThread): Promise<ThreadId> {
  const where = { id: thread.pathwayId };
  const pathway = await tx.pathway.findUniqueOrThrow({ where, select: { startDate: true } });
  const { id } = await tx.thread.create({
    data: {
      ...(thread.id === undefined ? {} : { id: thread.id }),
      pathwayId: thread.pathwayId,
      locale: thread.locale,
      tier: thread.tier,
      band: thread.band,
      openedDay: dayNumber(dayOf(pathway.startDate), thread.today),
    },
    select: { id: true },
  });
  await insertClock(tx, id, thread);
  await tx.keywrap.createMany({
    data: thread.wraps.map((w) => ({
      threadId: id,
      holder: w.holder,
      wrapped: new Uint8Array(w.wrapped),
    })),
  });
  return id as ThreadId;
}

const columns = {
  id: true,
  locale: true,
  tier: true,
  band: true,
  state: true,
  openedDay: true,
  clock: {
    select: {
      openedAt: true,
      promisedAt: true,
      closedOn: true,
      name: true,
      urgency: true,
      assignedTo: true,
      team: true,
      answeredOn: true,
    },
  },
} as const satisfies Prisma.ThreadSelect;

function threadOf({ clock, ...row }: Prisma.ThreadGetPayload<{ select: typeof columns }>): Thread {
  return {
    ...row,
    openedAt: clock?.openedAt?.getTime() ?? null,
    promisedAt: clock?.promisedAt?.getTime() ?? null,
    closedOn: clock?.closedOn ? dayOf(clock.closedOn) : null,
    name: clock?.name ?? 0,
    urgency: clock?.urgency ?? URGENCIES.none,
    assignedTo: clock?.assignedTo ?? null,
    team: clock?.team ?? null,
    answeredOn: clock?.answeredOn ? dayOf(clock.answeredOn) : null,
  } as Thread;
}

/** The newest thread of a pathway. */
export async function findThreadOf(tx: Tx, pathwayId: PathwayId): Promise<Thread | null> {
  const where = { pathwayId };
  const row = await tx.thread.findFirst({ where, orderBy: { openedDay: 'desc' }, select: columns });
  return row && threadOf(row);
}

export async function getThread(tx: Tx, id: ThreadId): Promise<Thread | null> {
  const row = await tx.thread.findUnique({ where: { id }, select: columns });
  return row && threadOf(row);
}

/** Conversations that guides have on their hands: answered ones go on until they are closed. */
export function countOpenThreads(tx: Tx): Promise<number> {
  return tx.thread.count({ where: { state: { not: 'closed' } } });
}

/** What a guide may know of the person, as it is now. */
export async function markThreadAbout(
  tx: Tx,
  id: ThreadId,
  about: Pick<Thread, 'tier' | 'band'>,
): Promise<void> {
  await tx.thread.updateMany({ where: { id }, data: { ...about } });
}

/** Only to record that it was answered; never shown. */
export async function findPathwayOfThread(tx: Tx, id: ThreadId): Promise<PathwayId | null> {
  const row = await tx.thread.findUnique({ where: { id }, select: { pathwayId: true } });
  return (row?.pathwayId as PathwayId | undefined) ?? null;
}

/** False where it was answered or closed already. The clock of the wait is emptied: nothing needs it. */
export async function markThreadAnswered(tx: Tx, id: ThreadId, today: Day): Promise<boolean> {
  const done = await tx.thread.updateMany({
    where: { id, state: 'open' },
    data: { state: 'answered' },
  });
  if (done.count === 0) return false;
  const urgency = URGENCIES.none;
  const data = { openedAt: null, promisedAt: null, answeredOn: dateOf(today), urgency };
  await tx.threadClock.updateMany({ where: { threadId: id }, data });
  return true;
}

export interface Waiting {
  readonly threadId: ThreadId;
  readonly now: Instant;
  readonly promisedAt: Instant | null;
  /** What the message speaks of: a thread that is open becomes more urgent by it, never less. */
  readonly urgency: Urgency;
}

/** The visitor wrote again: an answer is owed anew, also in a thread that a guide had closed. */
export async function markThreadWaiting(tx: Tx, waiting: Waiting): Promise<void> {
  const { threadId, now, promisedAt, urgency } = waiting;
  await tx.threadClock.updateMany({
    where: { threadId, urgency: { gt: urgency } },
    data: { urgency },
  });
  // Written when nobody could say when, it is promised now.
  if (promisedAt !== null) {
    const unpromised = { threadId, promisedAt: null, thread: { state: 'open' } };
    await tx.threadClock.updateMany({
      where: unpromised,
      data: { promisedAt: new Date(promisedAt) },
    });
  }
  const where = { id: threadId, state: { in: ['answered', 'closed'] } };
  const done = await tx.thread.updateMany({ where, data: { state: 'open' } });
  if (done.count === 0) return;
  await tx.threadClock.update({
    where: { threadId },
    data: {
      openedAt: new Date(now),
      promisedAt: promisedAt === null ? null : new Date(promisedAt),
      closedOn: null,
      answeredOn: null,
    },
    select: { threadId: true },
  });
}

export async function markThreadClosed(tx: Tx, id: ThreadId, today: Day): Promise<void> {
  await tx.thread.updateMany({ where: { id }, data: { state: 'closed' } });
  const gone = { openedAt: null, promisedAt: null, answeredOn: null, assignedTo: null };
  const data = { ...gone, closedOn: dateOf(today) };
  await tx.threadClock.updateMany({ where: { threadId: id }, data });
}

export interface NewMessage {
  readonly threadId: ThreadId;
  readonly author: 'visitor' | 'staff';
  readonly staffId: StaffId | null;
  readonly sealed: Uint8Array;
  readonly key: string;
  /** What an answer leads to; absent for the visitor's own. */
  readonly step?: StoredStep;
}

export interface Message extends StoredStep {
  readonly id: string;
  readonly seq: number;
  readonly author: 'visitor' | 'staff';
  readonly sealed: Uint8Array;
}

const NO_STEP: StoredStep = { step: null, stepTarget: null, stepReason: null };

/** False where this form was posted before. The thread's row is locked, so numbers have no gap. */
export async function appendMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { threadId, author, staffId, sealed, key } = message;
  const { step, stepTarget, stepReason } = message.step ?? NO_STEP;
  const written = await tx.$executeRaw`
    WITH locked AS (SELECT id FROM subject.thread WHERE id = ${threadId}::uuid FOR UPDATE)
    INSERT INTO subject.message
      (thread_id, seq, author, staff_id, sealed, idempotency_key, step, step_target, step_reason)
    SELECT id, subject.next_message(id), ${author}, ${staffId}::uuid, ${sealed}, ${key},
      ${step}, ${stepTarget}, ${stepReason} FROM locked
    ON CONFLICT (thread_id, idempotency_key) DO NOTHING`;
  return written === 1;
}

export async function listMessages(tx: Tx, threadId: ThreadId): Promise<readonly Message[]> {
  const rows = await tx.message.findMany({
    where: { threadId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      author: true,
      sealed: true,
      step: true,
      stepTarget: true,
      stepReason: true,
    },
  });
  return rows as readonly (typeof rows)[number][] as readonly Message[];
}

export async function findKeywrap(
  tx: Tx,
  threadId: ThreadId,
  holder: 'visitor' | 'staff',
): Promise<Uint8Array | null> {
  const where = { threadId_holder: { threadId, holder } };
  return (await tx.keywrap.findUnique({ where, select: { wrapped: true } }))?.wrapped ?? null;
}
