import type { Instant, StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

/** What a guide has written and not sent. */
export interface Draft {
  readonly threadId: ThreadId;
  readonly staffId: StaffId;
  readonly sealed: Uint8Array;
  /** How many messages were read when it was written. */
  readonly seen: number;
  readonly savedAt: Instant;
  /** The colleague who was asked to look at it. */
  readonly asked: StaffId | null;
  readonly givenBack: boolean;
}

export interface NewDraft extends Pick<Draft, 'threadId' | 'staffId' | 'sealed' | 'seen'> {
  readonly now: Instant;
}

const bytes = (from: Uint8Array) => new Uint8Array(from);

/** Saves it; who was asked to look at it stays asked. */
export async function putDraft(tx: Tx, draft: NewDraft): Promise<void> {
  const { threadId, staffId, seen, now } = draft;
  const data = { sealed: bytes(draft.sealed), seen, savedAt: new Date(now) };
  await tx.threadDraft.upsert({
    where: { threadId_staffId: { threadId, staffId } },
    create: { threadId, staffId, ...data },
    update: data,
    select: { threadId: true },
  });
}

export async function findDraft(
  tx: Tx,
  threadId: ThreadId,
  staffId: StaffId,
): Promise<(Draft & { readonly takenBack: string | null }) | null> {
  const where = { threadId_staffId: { threadId, staffId } };
  const row = await tx.threadDraft.findUnique({ where });
  return row && { ...draftOf(row), takenBack: row.takenBack };
}

/** Drafts of colleagues in a thread that this person was asked to look at, the oldest first. */
export async function listAskedDrafts(
  tx: Tx,
  threadId: ThreadId,
  asked: StaffId,
): Promise<readonly Draft[]> {
  const where = { threadId, asked, givenBack: false };
  return (await tx.threadDraft.findMany({ where, orderBy: { savedAt: 'asc' } })).map(draftOf);
}

interface Row extends Omit<Draft, 'threadId' | 'staffId' | 'asked' | 'savedAt'> {
  readonly threadId: string;
  readonly staffId: string;
  readonly asked: string | null;
  readonly savedAt: Date;
}

function draftOf({ threadId, staffId, sealed, seen, savedAt, asked, givenBack }: Row): Draft {
  return {
    threadId: threadId as ThreadId,
    staffId: staffId as StaffId,
    sealed,
    seen,
    savedAt: savedAt.getTime() as Instant,
    asked: asked as StaffId | null,
    givenBack,
  };
}

export async function markAsked(
  tx: Tx,
  { threadId, staffId }: Pick<Draft, 'threadId' | 'staffId'>,
  asked: StaffId | null,
): Promise<void> {
  const where = { threadId, staffId };
  await tx.threadDraft.updateMany({ where, data: { asked, givenBack: false } });
}

/** What the colleague made of it; false where they were not asked, or not any more. */
export async function markGivenBack(
  tx: Tx,
  draft: Pick<Draft, 'threadId' | 'staffId' | 'sealed'> & { readonly by: StaffId },
): Promise<boolean> {
  const { threadId, staffId, by } = draft;
  const data = { sealed: bytes(draft.sealed), givenBack: true };
  const where = { threadId, staffId, asked: by, givenBack: false };
  return (await tx.threadDraft.updateMany({ where, data })).count === 1;
}

/** The form that is not to be sent once more. */
export async function markTakenBack(
  tx: Tx,
  { threadId, staffId }: Pick<Draft, 'threadId' | 'staffId'>,
  key: string,
): Promise<void> {
  await tx.threadDraft.updateMany({ where: { threadId, staffId }, data: { takenBack: key } });
}

export async function removeDraft(tx: Tx, threadId: ThreadId, staffId: StaffId): Promise<void> {
  await tx.threadDraft.deleteMany({ where: { threadId, staffId } });
}

export interface DraftToCheck {
  readonly threadId: ThreadId;
  readonly name: number;
  /** Who asks. */
  readonly by: string;
}

/** At most 20: what a person is asked to look at. */
export async function listDraftsToCheck(tx: Tx, asked: StaffId): Promise<readonly DraftToCheck[]> {
  return tx.$queryRaw<DraftToCheck[]>`
    SELECT d.thread_id AS "threadId", c.name, s.name AS by
    FROM ops.thread_draft d JOIN ops.thread_clock c USING (thread_id)
      JOIN ops.staff s ON s.id = d.staff_id
    WHERE d.asked = ${asked}::uuid AND NOT d.given_back ORDER BY d.saved_at LIMIT 20`;
}

/** Of all guides, with a reply that is on its way. */
export async function countDrafts(tx: Tx, threadId: ThreadId): Promise<number> {
  const where = { threadId };
  return (await tx.threadDraft.count({ where })) + (await tx.pendingReply.count({ where }));
}
