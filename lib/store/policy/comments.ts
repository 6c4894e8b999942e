import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

export interface PolicyComment {
  readonly id: number;
  readonly by: string;
  readonly text: string;
  readonly at: Instant;
}

/** Oldest first. */
export async function listComments(tx: Tx, hash: string): Promise<readonly PolicyComment[]> {
  const rows = await tx.policyComment.findMany({
    where: { hash },
    orderBy: { id: 'asc' },
    select: { id: true, text: true, writtenAt: true, staff: { select: { name: true } } },
  });
  return rows.map(({ id, text, writtenAt, staff }) => ({
    id,
    text,
    by: staff.name,
    at: writtenAt.getTime() as Instant,
  }));
}

export interface NewComment {
  readonly hash: string;
  readonly staffId: StaffId;
  readonly text: string;
  readonly at: Instant;
  /** Of the form that was posted. */
  readonly form: string;
}

/** False where this form was posted before. */
export async function appendComment(tx: Tx, { at, ...rest }: NewComment): Promise<boolean> {
  const data = { ...rest, writtenAt: new Date(at) };
  return (await tx.policyComment.createMany({ data, skipDuplicates: true })).count === 1;
}
