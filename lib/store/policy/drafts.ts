import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from '../client.ts';
import type { Author } from '../policies.ts';

const person = { select: { id: true, name: true } } as const;

export interface PolicyDraft {
  readonly id: string;
  readonly document: unknown;
  readonly name: string;
  readonly author: Author;
  readonly updatedAt: Instant;
}

const draft = {
  id: true,
  document: true,
  name: true,
  updatedAt: true,
  author: person,
} as const satisfies Prisma.PolicyDraftSelect;

function draftOf(row: Prisma.PolicyDraftGetPayload<{ select: typeof draft }>): PolicyDraft {
  const updatedAt = row.updatedAt.getTime() as Instant;
  return { ...row, author: row.author as Author, updatedAt };
}

export async function listDrafts(tx: Tx): Promise<readonly PolicyDraft[]> {
  const rows = await tx.policyDraft.findMany({ orderBy: { updatedAt: 'desc' }, select: draft });
  return rows.map(draftOf);
}

export async function findDraft(tx: Tx, id: string): Promise<PolicyDraft | null> {
  const row = await tx.policyDraft.findUnique({ where: { id }, select: draft });
  return row && draftOf(row);
}

export interface NewDraft {
  readonly document: object;
  readonly name: string;
  readonly authorId: StaffId;
  readonly at: Instant;
}

export async function insertDraft(tx: Tx, { at, document, ...rest }: NewDraft): Promise<string> {
  const data = { ...rest, document: document as Prisma.InputJsonObject, updatedAt: new Date(at) };
  return (await tx.policyDraft.create({ data, select: { id: true } })).id;
}

export interface DraftChange {
  readonly id: string;
  readonly document: object;
  readonly name: string;
  readonly at: Instant;
}

/** False where the draft is gone. */
export async function markDraft(tx: Tx, { id, at, document, name }: DraftChange): Promise<boolean> {
  const data = { name, document: document as Prisma.InputJsonObject, updatedAt: new Date(at) };
  return (await tx.policyDraft.updateMany({ where: { id }, data })).count === 1;
}

export async function removeDraft(tx: Tx, id: string): Promise<boolean> {
  return (await tx.policyDraft.deleteMany({ where: { id } })).count === 1;
}
