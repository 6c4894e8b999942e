import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { dateOf, dayOf, type Tx } from '../client.ts';

/** What guides say often. */
export interface SavedReply {
  readonly id: string;
  readonly locale: Locale;
  /** Null: for every step. */
  readonly tier: Tier | null;
  readonly shortcut: string;
  readonly title: string;
  readonly text: string;
  /** Null: it came with the product. */
  readonly changedBy: StaffId | null;
  readonly changedAt: Instant;
  readonly signedBy: StaffId | null;
  readonly signedOn: Day | null;
  /** How often it was inserted. */
  readonly used: number;
}

export type ReplyFields = Pick<SavedReply, 'locale' | 'tier' | 'shortcut' | 'title' | 'text'>;

interface Row extends Omit<SavedReply, 'changedAt' | 'signedOn'> {
  readonly changedAt: Date;
  readonly signedOn: Date | null;
}

function replyOf({ changedAt, signedOn, ...row }: Row): SavedReply {
  return {
    ...row,
    changedAt: changedAt.getTime() as Instant,
    signedOn: signedOn && dayOf(signedOn),
  };
}

export async function listSavedReplies(tx: Tx): Promise<readonly SavedReply[]> {
  const orderBy = [{ locale: 'asc' }, { shortcut: 'asc' }] as const;
  const rows = await tx.savedReply.findMany({ orderBy: [...orderBy] });
  return rows.map((row) => replyOf(row as Row));
}

/** Those of a language, for a step or for every step. */
export async function listRepliesFor(
  tx: Tx,
  { locale, tier }: Pick<SavedReply, 'locale' | 'tier'>,
): Promise<readonly SavedReply[]> {
  const where = { locale, OR: [{ tier: null }, ...(tier === null ? [] : [{ tier }])] };
  const rows = await tx.savedReply.findMany({ where, orderBy: { shortcut: 'asc' } });
  return rows.map((row) => replyOf(row as Row));
}

export async function findSavedReply(tx: Tx, id: string): Promise<SavedReply | null> {
  const row = await tx.savedReply.findUnique({ where: { id } });
  return row && replyOf(row as Row);
}

export interface By {
  readonly by: StaffId | null;
  readonly now: Instant;
}

/** Null where another one in that language has the shortcut. */
export async function insertSavedReply(
  tx: Tx,
  fields: ReplyFields,
  { by, now }: By,
): Promise<string | null> {
  const data = { ...fields, changedBy: by, changedAt: new Date(now) };
  const made = await tx.savedReply.createManyAndReturn({
    data,
    skipDuplicates: true,
    select: { id: true },
  });
  return made[0]?.id ?? null;
}

/** Whether another reply in that language has that shortcut. */
export async function isShortcutTaken(
  tx: Tx,
  { id, locale, shortcut }: Pick<SavedReply, 'id' | 'locale' | 'shortcut'>,
): Promise<boolean> {
  return (await tx.savedReply.count({ where: { locale, shortcut, id: { not: id } } })) > 0;
}

/** Without its signature. False where it was changed since it was read. */
export async function markReplyChanged(
  tx: Tx,
  { id, changedAt }: Pick<SavedReply, 'id' | 'changedAt'>,
  fields: ReplyFields,
  { by, now }: By,
): Promise<boolean> {
  const data = {
    ...fields,
    ...{ changedBy: by, changedAt: new Date(now), signedBy: null, signedOn: null },
  };
  const where = { id, changedAt: new Date(changedAt) };
  return (await tx.savedReply.updateMany({ where, data })).count === 1;
}

/** False where it was changed since it was read. */
export async function markReplySigned(
  tx: Tx,
  { id, changedAt }: Pick<SavedReply, 'id' | 'changedAt'>,
  { by, on }: { readonly by: StaffId; readonly on: Day },
): Promise<boolean> {
  const where = { id, changedAt: new Date(changedAt) };
  const data = { signedBy: by, signedOn: dateOf(on) };
  return (await tx.savedReply.updateMany({ where, data })).count === 1;
}

export async function markReplyUsed(tx: Tx, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] } };
  await tx.savedReply.updateMany({ where, data: { used: { increment: 1 } } });
}

export async function removeSavedReply(tx: Tx, id: string): Promise<boolean> {
  return (await tx.savedReply.deleteMany({ where: { id } })).count === 1;
}
