import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from './client.ts';

export interface Author {
  readonly id: StaffId;
  readonly name: string;
}

export const POLICY_STATES = ['proposed', 'returned', 'approved', 'live', 'retired'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

export interface PolicyVersion {
  readonly hash: string;
  readonly name: string;
  readonly document: unknown;
  /** Null: shipped with the software. */
  readonly author: Author | null;
  readonly createdAt: Instant;
  readonly state: PolicyState;
  readonly decisions: readonly {
    readonly staff: Author | null;
    readonly decision: 'approved' | 'returned';
    readonly note: string;
    readonly at: Instant;
  }[];
  readonly activations: readonly { readonly at: Instant; readonly by: Author | null }[];
}

/** What `route` takes: the document as it stands, and the hash that names it. */
export interface NamedPolicy {
  readonly hash: string;
  readonly policy: unknown;
}

const known = new Map<string, NamedPolicy>();
const MOST_KNOWN = 100;

/**
 * A version never changes, so one that was read once is kept in the process. Null where there is none:
 * a visitor whose policy is lost still gets a placement.
 */
export async function findPolicy(tx: Tx, hash: string): Promise<NamedPolicy | null> {
  const kept = known.get(hash);
  if (kept) return kept;
  const row = await tx.policy.findUnique({ where: { hash }, select: { document: true } });
  if (!row) return null;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = { hash, policy: row.document as unknown };
  known.set(hash, read);
  return read;
}

export async function findLivePolicy(tx: Tx): Promise<NamedPolicy | null> {
  const hash = await findLiveHash(tx);
  return hash === null ? null : findPolicy(tx, hash);
}

async function findLiveHash(tx: Tx): Promise<string | null> {
  const newest = { orderBy: { id: 'desc' }, select: { hash: true } } as const;
  return (await tx.policyActivation.findFirst(newest))?.hash ?? null;
}

const person = { select: { id: true, name: true } } as const;
const version = {
  hash: true,
  name: true,
  document: true,
  createdAt: true,
  author: person,
} as const satisfies Prisma.PolicySelect;
const approval = {
  hash: true,
  decision: true,
  note: true,
  decidedAt: true,
  staff: person,
} as const satisfies Prisma.PolicyApprovalSelect;
const activation = {
  hash: true,
  activatedAt: true,
  staff: person,
} as const satisfies Prisma.PolicyActivationSelect;

interface VersionRow extends Prisma.PolicyGetPayload<{ select: typeof version }> {
  readonly approvals: readonly Prisma.PolicyApprovalGetPayload<{ select: typeof approval }>[];
  readonly activations: readonly Prisma.PolicyActivationGetPayload<{
    select: typeof activation;
  }>[];
}

/** Newest first. */
export function listPolicyVersions(tx: Tx): Promise<readonly PolicyVersion[]> {
  return readVersions(tx, {});
}

export async function findPolicyVersion(tx: Tx, hash: string): Promise<PolicyVersion | null> {
  return (await readVersions(tx, { hash }))[0] ?? null;
}

/** One query after another: `pg` takes no second one on the connection of a transaction meanwhile. */
async function readVersions(
  tx: Tx,
  where: { readonly hash?: string },
): Promise<readonly PolicyVersion[]> {
  const live = await findLiveHash(tx);
  const rows = await tx.policy.findMany({ where, orderBy: { createdAt: 'desc' }, select: version });
  const inOrder = { where, orderBy: { id: 'asc' } } as const;
  const approvals = await tx.policyApproval.findMany({ ...inOrder, select: approval });
  const activations = await tx.policyActivation.findMany({ ...inOrder, select: activation });
  return rows.map((row) => {
    const own = ({ hash }: { readonly hash: string }) => hash === row.hash;
    const decided = { approvals: approvals.filter(own), activations: activations.filter(own) };
    return versionOf({ ...row, ...decided }, live);
  });
}

function versionOf(row: VersionRow, live: string | null): PolicyVersion {
  return {
    hash: row.hash,
    name: row.name,
    document: row.document,
    author: row.author as Author | null,
    createdAt: row.createdAt.getTime() as Instant,
    state: stateOf(row, live),
    decisions: row.approvals.map((a) => ({
      staff: a.staff as Author | null,
      decision: a.decision as 'approved' | 'returned',
      note: a.note,
      at: a.decidedAt.getTime() as Instant,
    })),
    activations: row.activations.map((a) => ({
      at: a.activatedAt.getTime() as Instant,
      by: a.staff as Author | null,
    })),
  };
}

function stateOf(row: VersionRow, live: string | null): PolicyState {
  if (row.hash === live) return 'live';
  const last = row.approvals.at(-1)?.decision;
  if (last === 'returned') return 'returned';
  if (row.activations.length > 0) return 'retired';
  return last === 'approved' ? 'approved' : 'proposed';
}

export interface NewPolicy {
  readonly hash: string;
  readonly document: object;
  readonly name: string;
  /** Null only for the ones shipped with the software. */
  readonly authorId: StaffId | null;
  readonly at: Instant;
}

/** False where this very document was proposed before. */
export async function insertPolicy(tx: Tx, { at, document, ...rest }: NewPolicy): Promise<boolean> {
  const data = { ...rest, document: document as Prisma.InputJsonObject, createdAt: new Date(at) };
  return (await tx.policy.createMany({ data, skipDuplicates: true })).count === 1;
}

export interface NewApproval {
  readonly hash: string;
  readonly staffId: StaffId | null;
  readonly decision: 'approved' | 'returned';
  readonly note: string;
  readonly at: Instant;
}

/** The database refuses the author: it throws. */
export async function appendApproval(tx: Tx, { at, ...rest }: NewApproval): Promise<void> {
  const data = { ...rest, decidedAt: new Date(at) };
  await tx.policyApproval.create({ data, select: { id: true } });
}

export interface NewActivation {
  readonly hash: string;
  readonly staffId: StaffId | null;
  readonly at: Instant;
}

/** From here on the live policy. The database refuses one that is not approved: it throws. */
export async function appendActivation(tx: Tx, { at, ...rest }: NewActivation): Promise<void> {
  const data = { ...rest, activatedAt: new Date(at) };
  await tx.policyActivation.create({ data, select: { id: true } });
}

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
