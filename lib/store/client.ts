import { PrismaPg } from '@prisma/adapter-pg';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts';

export type Database = PrismaClient;

/** The database, or the client inside `db.$transaction`: what every store function takes first. */
export type Tx = Prisma.TransactionClient;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process at most. */
  readonly max: number;
  /** A statement that runs longer is broken off. */
  readonly longestMs?: number;
}

/** Of the 120 that our own server takes: the rest is for worker, queue, research, `up` and a person. */
const FOR_ALL_WEB_PROCESSES = 90;

/** Connections of one of so many web processes. */
export function webConnections(processes: number): number {
  return Math.max(2, Math.min(8, Math.floor(FOR_ALL_WEB_PROCESSES / Math.max(1, processes))));
}

/** Opens nothing yet: the first query does. */
export function openDatabase({ url, max, longestMs = 5_000 }: DatabaseOptions): Database {
  const settings = {
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    // Below that of an interactive transaction: a commit must not be cut off half-way (prisma/orm#29952).
    statement_timeout: longestMs,
  };
  const adapter = new PrismaPg(settings, { statementNameGenerator: ({ sql }) => nameOf(sql) });
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 5_000, timeout: longestMs + 10_000 },
  });
}

const names = new Map<string, string>();
const MOST_NAMES = 500;

/**
 * A statement with a name is parsed and planned once a connection: measured, half the database's CPU for
 * a completed check. Without a name (the empty one) beyond the first few hundred different texts.
 */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return '';
  const name = `h${names.size}`;
  names.set(sql, name);
  return name;
}

/** Whether the database answers and its migrations are in. */
export async function isReady(tx: Tx): Promise<boolean> {
  try {
    await tx.policyActivation.findFirst({ select: { id: true } });
    return true;
  } catch {
    return false;
  }
}

/** What Prisma, its adapter and `pg` say where there is no connection, by code or, lacking one, in words. */
const NO_CONNECTION =
  /P1001|P1002|P1008|P1017|P2024|P2028|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|57P0\d|53300|DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout|Connection terminated|connection error|not queryable|trying to connect/;

/** The database cannot be reached, is shutting down or starting: nothing is wrong with the request. */
export function isDatabaseDown(error: unknown): boolean {
  const { code, message, meta } = Object(error) as Record<string, unknown>;
  return NO_CONNECTION.test(`${code} ${message} ${JSON.stringify(meta)}`);
}

const MS_PER_DAY = 86_400_000;

/** A calendar date as the database client wants it: midnight UTC of that date, whatever zone we are in. */
export function dateOf(day: Day): Date {
  return new Date(day * MS_PER_DAY);
}

export function dayOf(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY) as Day;
}
