import { createHash } from 'node:crypto';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import {
  type Decision,
  type Published,
  type Review,
  stateOf,
  type VersionState,
} from '#lib/domain/routing/review/approval.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from './client.ts';

export interface Author {
  readonly id: StaffId;
  readonly name: string;
}

export interface PolicyVersion {
  readonly hash: string;
  readonly name: string;
  readonly document: unknown;
  /** Null: shipped with the software. */
  readonly author: Author | null;
  readonly createdAt: Instant;
  readonly state: VersionState;
  readonly review: Review;
  readonly decisions: readonly {
    readonly staff: Author | null;
    readonly decision: Decision;
    readonly note: string;
    readonly at: Instant;
  }[];
  readonly activations: readonly {
    /** From when on it acts. */
    readonly at: Instant;
    readonly by: Author | null;
  }[];
}

/** What `route` takes: the document as it stands, and the hash that names it. */
export interface NamedPolicy {
  readonly hash: string;
  readonly policy: unknown;
}

const known = new Map<string, NamedPolicy>();
const MOST_KNOWN = 100;

/**
 * A version never changes, so one that was read once is kept in the process. Null where there is none, or
 * where it is no longer what its hash says: a visitor whose policy is lost still gets a placement.
 */
export async function findPolicy(tx: Tx, hash: string): Promise<NamedPolicy | null> {
  const kept = known.get(hash);
  if (kept) return kept;
  const row = await tx.policy.findUnique({ where: { hash }, select: { document: true } });
  if (!row || !isWhole(hash, row.document)) return null;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = { hash, policy: row.document as unknown };
  known.set(hash, read);
  return read;
}

function isWhole(hash: string, document: unknown): boolean {
  return createHash('sha256').update(canonicalPolicy(document)).digest('hex') === hash;
}

/** Every version, read anew, by its hash; null where it is no longer what its hash says. */
export async function listStoredPolicies(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.policy.findMany({ select: { hash: true, document: true } });
  return new Map(
    rows.map(({ hash, document }) => [hash, isWhole(hash, document) ? document : null]),
  );
}

export async function findLivePolicy(tx: Tx): Promise<NamedPolicy | null> {
  const hash = await findLiveHash(tx);
  return hash === null ? null : findPolicy(tx, hash);
}

async function findLiveHash(tx: Tx): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ hash: string | null }[]>`SELECT ops.live_policy() AS hash`;
  return found?.hash ?? null;
}

/** The version that acts now, and the last one that was published, perhaps for later. */
export async function findPublished(tx: Tx): Promise<Published> {
  const live = await findLiveHash(tx);
  const newest = { orderBy: { id: 'desc' }, select: { hash: true } } as const;
  return { live, latest: (await tx.policyActivation.findFirst(newest))?.hash ?? null };
}

const person = { select: { id: true, name: true } } as const;
const version = {
  hash: true,
  name: true,
  document: true,
  createdAt: true,
  contributors: true,
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
  effectiveAt: true,
  staff: person,
} as const satisfies Prisma.PolicyActivationSelect;

interface VersionRow extends Prisma.PolicyGetPayload<{ select: typeof version }> {
  readonly approvals: readonly Prisma.PolicyApprovalGetPayload<{ select: typeof approval }>[];
  readonly activations: readonly Prisma.PolicyActivationGetPayload<{
    select: typeof activation;
  }>[];
}

/** Versions that have been published, each with the moment from which on it first acted, in that order. */
export async function listPolicyStarts(
  tx: Tx,
): Promise<readonly { readonly hash: string; readonly name: string; readonly from: Instant }[]> {
  return tx.$queryRaw`
    SELECT p.hash, p.name, (extract(epoch FROM min(coalesce(a.effective_at, a.activated_at))) * 1000)::float8 AS "from"
    FROM ops.policy p JOIN ops.policy_activation a USING (hash) GROUP BY p.hash ORDER BY 3`;
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
  const published = await findPublished(tx);
  const rows = await tx.policy.findMany({ where, orderBy: { createdAt: 'desc' }, select: version });
  const inOrder = { where, orderBy: { id: 'asc' } } as const;
  const approvals = await tx.policyApproval.findMany({ ...inOrder, select: approval });
  const activations = await tx.policyActivation.findMany({ ...inOrder, select: activation });
  return rows.map((row) => {
    const own = ({ hash }: { readonly hash: string }) => hash === row.hash;
    const decided = { approvals: approvals.filter(own), activations: activations.filter(own) };
    return versionOf({ ...row, ...decided }, published);
  });
}

function versionOf(row: VersionRow, published: Published): PolicyVersion {
  const decisions = row.approvals.map((a) => ({
    staff: a.staff as Author | null,
    decision: a.decision as Decision,
    note: a.note,
    at: a.decidedAt.getTime() as Instant,
  }));
  const activations = row.activations.map((a) => ({
    at: (a.effectiveAt ?? a.activatedAt).getTime() as Instant,
    by: a.staff as Author | null,
  }));
  const review: Review = {
    hash: row.hash,
    hands: row.author === null ? [] : [row.author.id, ...row.contributors],
    decisions: decisions.map(({ decision }) => decision),
    published: activations.length > 0,
  };
  return {
    hash: row.hash,
    name: row.name,
    document: row.document,
    author: row.author as Author | null,
    createdAt: row.createdAt.getTime() as Instant,
    state: stateOf(review, published),
    review,
    decisions,
    activations,
  };
}

export interface NewPolicy {
  readonly hash: string;
  readonly document: object;
  readonly name: string;
  /** Null only for the ones shipped with the software. */
  readonly authorId: StaffId | null;
  /** Who else had a hand in it. */
  readonly contributors?: readonly string[];
  readonly at: Instant;
}

/** False where this very document was proposed before. */
export async function insertPolicy(tx: Tx, policy: NewPolicy): Promise<boolean> {
  const { at, document, contributors = [], ...rest } = policy;
  const data = {
    ...rest,
    contributors: [...contributors],
    document: document as Prisma.InputJsonObject,
    createdAt: new Date(at),
  };
  return (await tx.policy.createMany({ data, skipDuplicates: true })).count === 1;
}

export interface NewApproval {
  readonly hash: string;
  readonly staffId: StaffId | null;
  readonly decision: Decision;
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
  /** From when on it acts; at once where it is not given. */
  readonly from?: Instant | null;
}

/** The live policy from then on. The database refuses one that is not approved: it throws. */
export async function appendActivation(tx: Tx, activation: NewActivation): Promise<void> {
  const { at, from = null, ...rest } = activation;
  const effectiveAt = from === null ? null : new Date(from);
  const data = { ...rest, activatedAt: new Date(at), effectiveAt };
  await tx.policyActivation.create({ data, select: { id: true } });
}
