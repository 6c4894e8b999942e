import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import {
  type KeptOut,
  type StratumCounts,
  sumArms,
  type TrialCounts,
  type TrialPeople,
} from '#lib/domain/evaluation/trials/counts.ts';
import {
  type Registration,
  registrationSchema,
} from '#lib/domain/evaluation/trials/registration.ts';
import {
  type TrialEventKind,
  type TrialNow,
  trialNow,
} from '#lib/domain/evaluation/trials/state.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { dateOf, type Tx } from './client.ts';
import type { Author } from './policies.ts';

export interface HappenedEvent {
  readonly kind: TrialEventKind;
  readonly staff: Author | null;
  readonly note: string;
  readonly at: Instant;
}

export interface Trial {
  readonly id: string;
  readonly registration: Registration;
  /** Null while it is a draft. */
  readonly hash: string | null;
  readonly author: Author;
  readonly revision: number;
  readonly now: TrialNow;
  /** In their order. */
  readonly events: readonly HappenedEvent[];
  /** As it stood when its results were opened, by arm, band and language, for ever; null before. */
  readonly results: TrialPeople | null;
}

const person = { select: { id: true, name: true } } as const;
const trial = {
  id: true,
  document: true,
  hash: true,
  revision: true,
  author: person,
  events: {
    orderBy: { id: 'asc' },
    select: { kind: true, note: true, at: true, staff: person, counts: true, keptOut: true },
  },
} as const satisfies Prisma.TrialSelect;

function trialOf(row: Prisma.TrialGetPayload<{ select: typeof trial }>): Trial {
  const { document, events, author, ...rest } = row;
  const happened = events.map(({ kind, staff, note, at }) => ({
    kind: kind as TrialEventKind,
    staff: staff as Author | null,
    note,
    at: at.getTime() as Instant,
  }));
  const folded = happened.map(({ kind, staff, at }) => ({ kind, by: staff?.id ?? null, at }));
  const opened = events.find(({ counts }) => counts !== null);
  return {
    ...rest,
    registration: registrationSchema.parse(document),
    author: author as Author,
    events: happened,
    results: opened
      ? {
          strata: opened.counts as unknown as readonly StratumCounts[],
          keptOut: opened.keptOut as unknown as readonly KeptOut[] | null,
        }
      : null,
    now: trialNow(author.id, folded),
  };
}

/** Newest first. */
export async function listTrials(tx: Tx): Promise<readonly Trial[]> {
  const rows = await tx.trial.findMany({ orderBy: { updatedAt: 'desc' }, select: trial });
  return rows.map(trialOf);
}

export async function findTrial(tx: Tx, id: string): Promise<Trial | null> {
  const row = await tx.trial.findUnique({ where: { id }, select: trial });
  return row && trialOf(row);
}

/** A comparison that runs, as a visitor's page needs it. */
export interface RunningTrial {
  readonly registration: Registration;
  readonly hash: string;
}

/** Those that run now, oldest first: one statement, which finds none where none was ever registered. */
export async function listRunningTrials(tx: Tx): Promise<readonly RunningTrial[]> {
  const rows = await tx.$queryRaw<{ document: unknown; hash: string }[]>`
    SELECT document, hash FROM ops.trial
    WHERE hash IS NOT NULL AND ops.trial_stands(id) IN ('started', 'resumed')
    ORDER BY updated_at, id`;
  return rows.map(({ document, hash }) => ({
    registration: registrationSchema.parse(document),
    hash,
  }));
}

/** What `subject.check_assignment` says where a comparison stopped after it was read. */
export function hasTrialStopped(error: unknown): boolean {
  const { message, meta } = Object(error) as Record<string, unknown>;
  return `${message} ${JSON.stringify(meta)}`.includes('no such comparison is running');
}

export interface NewTrial {
  readonly registration: Registration;
  readonly authorId: StaffId;
  readonly form: string;
  readonly at: Instant;
}

/** The draft that this form makes, or made before; null where another one has the code. */
export async function insertTrial(
  tx: Tx,
  given: NewTrial,
): Promise<{ readonly id: string; readonly isNew: boolean } | null> {
  const { registration, authorId, form, at } = given;
  const { code } = registration;
  const document = registration as Prisma.InputJsonObject;
  const data = { code, document, authorId, form, updatedAt: new Date(at) };
  const { count } = await tx.trial.createMany({ data, skipDuplicates: true });
  const made = await tx.trial.findUnique({ where: { form }, select: { id: true } });
  return made && { ...made, isNew: count === 1 };
}

/** Codes that are taken. */
export async function listTrialCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.trial.findMany({ select: { code: true } });
  return new Set(rows.map(({ code }) => code));
}

export interface TrialChange {
  readonly id: string;
  readonly revision: number;
  readonly registration: Registration;
  readonly at: Instant;
}

/** False where it was saved again meanwhile, or is locked. */
export async function markTrial(tx: Tx, change: TrialChange): Promise<boolean> {
  const { id, revision, registration, at } = change;
  const { count } = await tx.trial.updateMany({
    where: { id, revision, hash: null },
    data: {
      code: registration.code,
      document: registration as Prisma.InputJsonObject,
      revision: revision + 1,
      updatedAt: new Date(at),
    },
  });
  return count === 1;
}

/** Takes a draft away; one that was proposed stays, whoever asks (`ops.lock_trial`). */
export async function removeTrialDraft(tx: Tx, id: string): Promise<void> {
  await tx.trial.deleteMany({ where: { id, hash: null } });
}

/** Locks it for ever. */
export async function lockTrial(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.trial.update({ where: { id }, data: { hash } });
}

export interface NewTrialEvent {
  readonly trialId: string;
  readonly kind: TrialEventKind;
  /** Null: the system. */
  readonly staffId: StaffId | null;
  readonly note: string;
  readonly at: Instant;
  readonly form: string | null;
  /** With the opening of its results alone, as everybody stands then. */
  readonly people?: TrialPeople & { readonly keptOut: readonly KeptOut[] };
}

export async function appendTrialEvent(
  tx: Tx,
  { at, people, ...event }: NewTrialEvent,
): Promise<void> {
  const kept = people && {
    counts: people.strata as unknown as Prisma.InputJsonArray,
    keptOut: people.keptOut as unknown as Prisma.InputJsonArray,
  };
  await tx.trialEvent.create({
    data: { ...event, ...kept, at: new Date(at) },
    select: { id: true },
  });
}

export async function isTrialFormUsed(tx: Tx, form: string): Promise<boolean> {
  return (await tx.trialEvent.count({ where: { form } })) === 1;
}

/**
 * How each arm does by the end of yesterday, by band and language. A window is not closed while its last day runs.
 */
export async function countStrata(
  tx: Tx,
  { code, primary }: Registration,
  today: Day,
): Promise<readonly StratumCounts[]> {
  return tx.$queryRaw<StratumCounts[]>`
    SELECT * FROM subject.trial_counts(${code}, ${primary.days}::integer, ${dateOf((today - 1) as Day)}::date)`;
}

/** The same, of each arm as a whole, in the order of the registration. */
export async function countTrial(
  tx: Tx,
  registration: Registration,
  today: Day,
): Promise<readonly TrialCounts[]> {
  return sumArms(await countStrata(tx, registration, today), registration.arms);
}

/** Who could have been assigned between two days, under one of these texts, and was not. */
export async function countKeptOut(
  tx: Tx,
  { code }: Registration,
  {
    texts,
    from,
    until,
  }: { readonly texts: readonly string[]; readonly from: Day; readonly until: Day },
): Promise<readonly KeptOut[]> {
  return tx.$queryRaw<KeptOut[]>`
    SELECT * FROM subject.trial_kept_out(${code}, ${texts}, ${dateOf(from)}::date, ${dateOf(until)}::date)`;
}
