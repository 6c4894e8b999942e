import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { CaseKind, HarmLevel, Outcome, Risk } from '#lib/domain/reports/report.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from './client.ts';

/** A case without any of its words. */
export interface Case {
  readonly id: string;
  readonly number: string;
  readonly kind: CaseKind;
  /** A service, or the kind of an alert. */
  readonly subject: string | null;
  readonly locale: Locale | null;
  readonly risk: Risk;
  readonly arrivedAt: Instant;
  readonly owner: StaffId | null;
  readonly acknowledgedAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly closedAt: Instant | null;
  readonly serious: boolean;
  readonly version: number;
}

/** With what is sealed of it. */
export interface SealedCase extends Case {
  /** The person who wrote it reads the answer with their return code. */
  readonly answerable: boolean;
  readonly words: Uint8Array | null;
  readonly answer: Uint8Array | null;
  readonly happened: Uint8Array | null;
  readonly harm: HarmLevel | null;
  readonly done: Uint8Array | null;
  readonly recordedBy: StaffId | null;
  readonly reviewedBy: StaffId | null;
  readonly reviewedAt: Instant | null;
}

const columns = {
  id: true,
  number: true,
  kind: true,
  subject: true,
  locale: true,
  risk: true,
  arrivedAt: true,
  owner: true,
  acknowledgedAt: true,
  outcome: true,
  closedAt: true,
  serious: true,
  version: true,
} as const satisfies Prisma.ReportSelect;

const instant = (date: Date | null) => (date?.getTime() ?? null) as Instant | null;

function caseOf(row: Prisma.ReportGetPayload<{ select: typeof columns }>): Case {
  return {
    ...row,
    arrivedAt: instant(row.arrivedAt),
    acknowledgedAt: instant(row.acknowledgedAt),
    closedAt: instant(row.closedAt),
  } as Case;
}

function sealedOf(row: Prisma.ReportGetPayload<object>): SealedCase {
  const { ownerTag, words, answer, happened, harm, done, recordedBy, reviewedBy } = row;
  return {
    ...caseOf(row),
    answerable: ownerTag !== null,
    reviewedAt: instant(row.reviewedAt),
    ...{ words, answer, happened, harm, done, recordedBy, reviewedBy },
  } as SealedCase;
}

export interface NewReport {
  readonly id: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly locale: Locale | null;
  readonly ownerTag: Uint8Array | null;
  readonly words: Uint8Array | null;
  readonly risk: Risk;
  readonly arrivedAt: Instant;
  /** The key of the post. */
  readonly post: string;
}

/** False where it was sent before, or such a case is open already. */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const { ownerTag, words, arrivedAt, ...rest } = report;
  const data = {
    ...rest,
    ownerTag: ownerTag && new Uint8Array(ownerTag),
    words: words && new Uint8Array(words),
    arrivedAt: new Date(arrivedAt),
  };
  return (await tx.report.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Of each sort so many are listed. */
const MOST_LISTED = 500;

/** The open cases, or the latest ones that are closed. A flood of one sort hides none of what may be dangerous. */
export async function listCases(tx: Tx, which: 'open' | 'closed'): Promise<readonly Case[]> {
  if (which === 'closed') return find(tx, { closedAt: { not: null } }, { closedAt: 'desc' });
  const urgent: Prisma.ReportWhereInput = {
    OR: [{ risk: { not: 'none' } }, { kind: { in: ['harm', 'escalation'] } }, { serious: true }],
  };
  const first = await find(tx, { closedAt: null, ...urgent }, { arrivedAt: 'asc' });
  const others = await find(tx, { closedAt: null, NOT: urgent }, { arrivedAt: 'asc' });
  return [...first, ...others];
}

async function find(
  tx: Tx,
  where: Prisma.ReportWhereInput,
  orderBy: Prisma.ReportOrderByWithRelationInput,
): Promise<readonly Case[]> {
  const rows = await tx.report.findMany({ where, orderBy, take: MOST_LISTED, select: columns });
  return rows.map(caseOf);
}

export async function findCase(tx: Tx, id: string): Promise<SealedCase | null> {
  const row = await tx.report.findUnique({ where: { id } });
  return row && sealedOf(row);
}

/** The open case about an entry or an alert. */
export async function findOpenCase(
  tx: Tx,
  kind: CaseKind,
  subject: string,
): Promise<string | null> {
  const where = { kind, subject, closedAt: null };
  return (await tx.report.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** The cases that one person wrote, the newest first. */
export async function listOwnCases(tx: Tx, tag: Uint8Array): Promise<readonly SealedCase[]> {
  const where = { ownerTag: new Uint8Array(tag) };
  return (await tx.report.findMany({ where, orderBy: { arrivedAt: 'desc' } })).map(sealedOf);
}

export function countOwnCases(tx: Tx, tag: Uint8Array): Promise<number> {
  return tx.report.count({ where: { ownerTag: new Uint8Array(tag) } });
}

export async function listSeriousCases(tx: Tx): Promise<readonly SealedCase[]> {
  const rows = await tx.report.findMany({
    where: { serious: true },
    orderBy: { arrivedAt: 'asc' },
  });
  return rows.map(sealedOf);
}

/** Words, answer and notes go; the case stays, without anything that leads to who wrote it. */
export async function forgetOwnCases(tx: Tx, tag: Uint8Array): Promise<void> {
  const where = { ownerTag: new Uint8Array(tag) };
  await tx.reportNote.deleteMany({ where: { report: where } });
  const data = { words: null, answer: null, locale: null, ownerTag: null };
  await tx.report.updateMany({ where, data });
}

/** A change of the version that was seen; none where there is another by now. */
export async function markCase(
  tx: Tx,
  { id, version }: Pick<Case, 'id' | 'version'>,
  data: Omit<Prisma.ReportUpdateManyMutationInput, 'version'>,
): Promise<void> {
  const where = { id, version };
  await tx.report.updateMany({ where, data: { ...data, version: version + 1 } });
}

export interface Note {
  readonly id: string;
  readonly staffId: StaffId;
  readonly at: Instant;
  readonly sealed: Uint8Array;
}

export async function insertNote(tx: Tx, reportId: string, note: Omit<Note, 'id'>): Promise<void> {
  const { staffId, at, sealed } = note;
  const data = { reportId, staffId, at: new Date(at), sealed: new Uint8Array(sealed) };
  await tx.reportNote.create({ data, select: { id: true } });
}

export async function listNotes(tx: Tx, reportId: string): Promise<readonly Note[]> {
  const rows = await tx.reportNote.findMany({ where: { reportId }, orderBy: { at: 'asc' } });
  return rows.map(({ id, staffId, at, sealed }) => ({
    id,
    staffId: staffId as StaffId,
    at: at.getTime() as Instant,
    sealed,
  }));
}

/** Cases that closed before an instant, with their notes. */
export async function expireReports(tx: Tx, before: Instant): Promise<number> {
  return (await tx.report.deleteMany({ where: { closedAt: { lt: new Date(before) } } })).count;
}
