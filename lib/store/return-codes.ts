import type { PathwayId } from '#lib/domain/basics/ids.ts';
import type { Tx } from './client.ts';

/** What is kept of a return code: how to find and how to check it. Never the code, never the key it yields. */
export interface StoredReturnCode {
  readonly pathwayId: PathwayId;
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
}

export interface NewReturnCode extends StoredReturnCode {
  readonly locator: Uint8Array;
}

/** Prisma wants bytes of an ArrayBuffer of their own. */
const bytes = (from: Uint8Array) => new Uint8Array(from);

/** False where the pathway has a code already. */
export async function insertReturnCode(tx: Tx, code: NewReturnCode): Promise<boolean> {
  const data = {
    pathwayId: code.pathwayId,
    locator: bytes(code.locator),
    salt: bytes(code.salt),
    verifier: bytes(code.verifier),
  };
  return (await tx.returnCode.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Every code that begins with the same five digits; the caller checks each with one slow hash. */
export async function listReturnCodes(
  tx: Tx,
  locator: Uint8Array,
): Promise<readonly StoredReturnCode[]> {
  const rows = await tx.returnCode.findMany({
    where: { locator: bytes(locator) },
    select: { pathwayId: true, salt: true, verifier: true },
  });
  return rows as readonly (typeof rows)[number][] as readonly StoredReturnCode[];
}

export async function findReturnCode(
  tx: Tx,
  pathwayId: PathwayId,
): Promise<StoredReturnCode | null> {
  const row = await tx.returnCode.findUnique({
    where: { pathwayId },
    select: { salt: true, verifier: true },
  });
  return row && { ...row, pathwayId };
}

export async function hasReturnCode(tx: Tx, pathwayId: PathwayId): Promise<boolean> {
  return (await tx.returnCode.count({ where: { pathwayId } })) === 1;
}
