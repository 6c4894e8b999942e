import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditAction } from '#lib/domain/access/audit.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from './client.ts';

export interface NewAuditEntry {
  /** `staff:<id>` or `system`. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string | null;
  /** Codes, ids and counts, and the purpose that a researcher gave; never what a visitor typed. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends Omit<NewAuditEntry, 'action'> {
  /** Also one that is written no more. */
  readonly action: string;
  readonly seq: number;
  readonly at: Instant;
}

/** Call it in the transaction of the act. The database sets number, clock and hash. */
export async function appendAudit(tx: Tx, entry: NewAuditEntry): Promise<void> {
  const { actor, action, subject, detail } = entry;
  await tx.$executeRaw`SELECT ops.append_audit(
    ${actor}, ${action}, ${subject}, ${JSON.stringify(detail)}::jsonb)`;
}

/** Which entries; whatever is left out asks for nothing. */
export interface AuditRange {
  /** The number of the last entry of the page before. */
  readonly before?: number;
  readonly actor?: string;
  readonly action?: AuditAction;
  /** About one of these ids, or about what begins like this. */
  readonly about?: { readonly ids: readonly string[]; readonly begins: string };
  readonly from?: Instant;
  /** The first moment that is past it. */
  readonly until?: Instant;
}

/** Newest first. */
export async function listAudit(
  tx: Tx,
  { limit, ...range }: AuditRange & { readonly limit: number },
): Promise<readonly AuditEntry[]> {
  const rows = await tx.auditEntry.findMany({
    where: whereOf(range),
    orderBy: { seq: 'desc' },
    take: limit,
    select: { seq: true, at: true, actor: true, action: true, subject: true, detail: true },
  });
  return rows.map((row) => ({
    ...row,
    seq: Number(row.seq),
    at: row.at.getTime() as Instant,
    detail: row.detail as Record<string, unknown>,
  }));
}

export function countAudit(tx: Tx, range: AuditRange): Promise<number> {
  return tx.auditEntry.count({ where: whereOf(range) });
}

function whereOf({ before, actor, action, about, from, until }: AuditRange) {
  return {
    ...(before === undefined ? {} : { seq: { lt: before } }),
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { action }),
    ...(about === undefined ? {} : { OR: whatOf(about) }),
    at: {
      ...(from === undefined ? {} : { gte: new Date(from) }),
      ...(until === undefined ? {} : { lt: new Date(until) }),
    },
  } satisfies Prisma.AuditEntryWhereInput;
}

function whatOf({ ids, begins }: NonNullable<AuditRange['about']>) {
  // Prisma hands these three on as wildcards.
  const startsWith = begins.replace(/[\\%_]/g, '\\$&');
  return [
    { subject: { in: [...ids] } },
    { subject: { startsWith, mode: 'insensitive' } },
  ] satisfies Prisma.AuditEntryWhereInput[];
}

/** Entries of one action, about one subject or by one actor, in the last minutes of the clock that writes them. */
export async function countLatestAudit(
  tx: Tx,
  asked: { readonly action: string; readonly minutes: number } & (
    | { readonly subject: string }
    | { readonly actor: string }
  ),
): Promise<number> {
  const { action, minutes } = asked;
  const subject = 'subject' in asked ? asked.subject : null;
  const actor = 'actor' in asked ? asked.actor : null;
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ops.audit_entry
    WHERE at > now() - make_interval(mins => ${minutes}::int) AND action = ${action}
      AND (${subject}::text IS NULL OR subject = ${subject})
      AND (${actor}::text IS NULL OR actor = ${actor})`;
  return row?.n ?? 0;
}

export interface ChainState {
  readonly ok: boolean;
  readonly entries: number;
  /** The first entry that does not follow from the one before it, or that a seal contradicts. */
  readonly firstBad: number | null;
  readonly lastSeq: number;
  readonly lastHash: Uint8Array;
}

interface Link {
  readonly seq: bigint;
  readonly body: string;
  readonly prev_hash: Uint8Array;
  readonly hash: Uint8Array;
  readonly mac: Uint8Array | null;
}

const BATCH = 5_000;
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && timingSafeEqual(a, b);

/**
 * Walks the chain from its oldest entry, a batch at a time, and computes every hash anew. With the
 * worker's key the seals are checked as well: then a chain rewritten from end to end shows too, as far
 * as seals are left. Who can remove all of them as well (the owner of the database) is not found out.
 */
export async function verifyAuditChain(tx: Tx, sealKey: Uint8Array | null): Promise<ChainState> {
  let entries = 0;
  let last: { readonly seq: bigint; readonly hash: Uint8Array } | null = null;
  for (;;) {
    const links: readonly Link[] = await readLinks(tx, last?.seq ?? 0n);
    for (const link of links) {
      const begins = last !== null || (await isBeginning(tx, link, sealKey));
      if (!begins || !follows(last, link) || !isSealed(link, sealKey)) {
        return stateOf(entries, last, Number(link.seq));
      }
      last = link;
      entries += 1;
    }
    if (links.length < BATCH) break;
  }
  const missing = await findSealBeyond(tx, last?.seq ?? 0n);
  return stateOf(entries, last, missing);
}

function stateOf(
  entries: number,
  last: { readonly seq: bigint; readonly hash: Uint8Array } | null,
  firstBad: number | null,
): ChainState {
  const lastHash = last?.hash ?? new Uint8Array();
  return { ok: firstBad === null, entries, firstBad, lastSeq: Number(last?.seq ?? 0n), lastHash };
}

function readLinks(tx: Tx, after: bigint): Promise<Link[]> {
  return tx.$queryRaw<Link[]>`
    SELECT e.seq, e.prev_hash, e.hash, a.mac,
      ops.audit_text(e.seq, e.at, e.actor, e.action, e.subject, e.detail) AS body
    FROM ops.audit_entry e LEFT JOIN ops.audit_anchor a USING (seq)
    WHERE e.seq > ${after} ORDER BY e.seq LIMIT ${BATCH}`;
}

function follows(
  last: { readonly seq: bigint; readonly hash: Uint8Array } | null,
  link: Link,
): boolean {
  if (last !== null && (link.seq !== last.seq + 1n || !same(link.prev_hash, last.hash)))
    return false;
  return same(createHash('sha256').update(link.prev_hash).update(link.body).digest(), link.hash);
}

/** The first entry of all, or the one after what was past its time: of that, the last seal is kept. */
async function isBeginning(tx: Tx, link: Link, key: Uint8Array | null): Promise<boolean> {
  if (link.seq === 1n) return link.prev_hash.length === 0;
  const seq = link.seq - 1n;
  const seal = await tx.auditAnchor.findUnique({ where: { seq }, select: { mac: true } });
  return seal !== null && (key === null || same(sealOf(key, seq, link.prev_hash), seal.mac));
}

function isSealed(link: Link, key: Uint8Array | null): boolean {
  return key === null || link.mac === null || same(sealOf(key, link.seq, link.hash), link.mac);
}

function sealOf(key: Uint8Array, seq: bigint, hash: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`audit|${seq}|`).update(hash).digest();
}

/** A seal whose entry is gone: the end of the chain was cut off. */
async function findSealBeyond(tx: Tx, lastSeq: bigint): Promise<number | null> {
  const where = { seq: { gt: lastSeq } };
  const beyond = await tx.auditAnchor.findFirst({
    where,
    orderBy: { seq: 'asc' },
    select: { seq: true },
  });
  return beyond && Number(beyond.seq);
}

/** Seals the chain as far as it was just verified. */
export async function appendAuditSeal(
  tx: Tx,
  state: ChainState,
  seal: { readonly key: Uint8Array; readonly at: Instant },
): Promise<void> {
  if (!state.ok || state.entries === 0) return;
  const seq = BigInt(state.lastSeq);
  const mac = new Uint8Array(sealOf(seal.key, seq, state.lastHash));
  const data = { seq, at: new Date(seal.at), mac };
  await tx.auditAnchor.createMany({ data, skipDuplicates: true });
}
