import type { StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

export type NoteKind = 'note' | 'handover' | 'withheld';

/** What guides say to each other; no visitor reads it. */
export interface Note {
  readonly seq: number;
  readonly kind: NoteKind;
  readonly by: string;
  readonly sealed: Uint8Array;
}

export interface NewNote {
  readonly threadId: ThreadId;
  readonly kind: NoteKind;
  readonly staffId: StaffId;
  readonly sealed: Uint8Array;
  readonly key: string;
}

/** False where this form was posted before. For a caller that holds the turn of the thread. */
export async function appendNote(tx: Tx, note: NewNote): Promise<boolean> {
  const { threadId, kind, staffId, sealed, key } = note;
  const written = await tx.$executeRaw`
    INSERT INTO subject.thread_note (thread_id, seq, kind, staff_id, sealed, idempotency_key)
    SELECT ${threadId}::uuid, coalesce(max(seq), 0) + 1, ${kind}, ${staffId}::uuid, ${sealed}, ${key}
    FROM subject.thread_note WHERE thread_id = ${threadId}::uuid
    ON CONFLICT (thread_id, idempotency_key) DO NOTHING`;
  return written === 1;
}

export async function listNotes(tx: Tx, threadId: ThreadId): Promise<readonly Note[]> {
  return tx.$queryRaw<Note[]>`
    SELECT n.seq, n.kind, s.name AS by, n.sealed
    FROM subject.thread_note n JOIN ops.staff s ON s.id = n.staff_id
    WHERE n.thread_id = ${threadId}::uuid ORDER BY n.seq`;
}

export function countNotes(tx: Tx, threadId: ThreadId): Promise<number> {
  return tx.threadNote.count({ where: { threadId } });
}
