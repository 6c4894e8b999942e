import {
  EMPTY_RECORD,
  MOST_ACTS,
  OWN_RECORD,
  type OwnRecord,
} from '#lib/domain/plan/own-record.ts';
import { openRecord, sealRecord } from '#lib/gateways/own-record-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { findOwnRecord, writeOwnRecord } from '#lib/store/own-records.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { VisitorSession } from './context.ts';

type Owner = Pick<VisitorSession, 'pathwayId' | 'recordKey'>;

/**
 * What the person kept for themselves; empty where they have kept nothing, or came without their code.
 * @throws where a record is there and the key of its owner does not open it: then it must not be written over.
 */
export async function readOwnRecord(tx: Tx, { pathwayId, recordKey }: Owner): Promise<OwnRecord> {
  const sealed = recordKey === null ? null : await findOwnRecord(tx, pathwayId);
  if (recordKey === null || sealed === null) return EMPTY_RECORD;
  return OWN_RECORD.parse(openRecord(recordKey, pathwayId, sealed));
}

/**
 * Changes the record inside the caller's transaction, one change after another, and once for each `act`: the key of
 * a post, or null where a recorded step knows the post again. False without a code.
 */
export async function changeOwnRecord(
  tx: Tx,
  owner: Owner,
  change: Partial<Omit<OwnRecord, 'version' | 'acts'>>,
  act: string | null,
): Promise<boolean> {
  const { pathwayId, recordKey } = owner;
  if (recordKey === null) return false;
  await takeTurn(tx, `record ${pathwayId}`);
  const before = await readOwnRecord(tx, owner);
  if (act !== null && before.acts.includes(act)) return true;
  const acts = act === null ? before.acts : [...before.acts, act].slice(-MOST_ACTS);
  const next = { ...before, ...change, acts };
  await writeOwnRecord(tx, pathwayId, sealRecord(recordKey, pathwayId, next));
  return true;
}

/** Whether a post was acted on before, whatever has become of it since. */
export async function wasActedOn(tx: Tx, owner: Owner, act: string): Promise<boolean> {
  return owner.recordKey !== null && (await readOwnRecord(tx, owner)).acts.includes(act);
}

/**
 * True the first time that a post is acted on, inside the caller's transaction: sent again, also much later, it is known.
 * Without a code there is no record to remember it.
 */
export async function isFirstTime(tx: Tx, owner: Owner, act: string): Promise<boolean> {
  if (owner.recordKey === null) return true;
  await takeTurn(tx, `record ${owner.pathwayId}`);
  if ((await readOwnRecord(tx, owner)).acts.includes(act)) return false;
  return changeOwnRecord(tx, owner, {}, act);
}
