// Somebody has a whole dump of the database, and not the worker's key: whose thread does an address belong to?
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { contactId, mailIds } from '#lib/gateways/mail-keys.ts';
import { sendMails } from '#lib/usecases/system/send-mails.ts';
import { testDatabase } from '../support/database.ts';
import { look, matched, rankCorrelation, type Seen, sharedValues } from '../support/dump.ts';
import { type Mailed, mailed, mailingWorker, write } from '../support/mailed.ts';
import { hire, NOW } from '../usecases/staff/people.ts';

const THREADS = 150;
/** A round of the worker a minute: so many threads change between two of them on a busy site. */
const A_ROUND = 15;

const test = testDatabase({ connections: 8 });

const nameOf = ({ id }: Seen) => Number.parseInt(id.slice(0, 8), 16);
const inVault = (table: 'contact' | 'mail') =>
  look(test.owner, `vault.${table}`, "encode(id, 'hex')");

/** Threads with an address and an answer, each table of the vault with whose row is whose, as it was written. */
async function fill() {
  const guide = await hire(test.db, ['guide']);
  const worker = await mailingWorker(test.worker, null, () => NOW as Instant);
  const round = async (n: number) => {
    if (n % A_ROUND === A_ROUND - 1) await sendMails(worker);
  };
  const people: Mailed[] = [];
  // One after the other, so that the order of everything is the order of addresses.
  for (let n = 0; n < THREADS; n += 1) {
    const kind = n % 2 === 0 ? 'there' : 'answer';
    people.push(await mailed(test.db, guide, { to: `p${n}@example.test`, kind }));
    await round(n);
  }
  for (const [n, visitor] of people.entries()) {
    await visitor.answer(`Answer ${n}`);
    await round(n);
  }
  // Some write again, which keeps their address for longer.
  for (const visitor of people.slice(0, THREADS / 2)) await write(visitor.post(), 'More.');
  await sendMails(worker);
  const truth = (idOf: (token: string) => Buffer | undefined) =>
    new Map(
      people.map(({ order, threadId }) => [idOf(order.token)?.toString('hex') ?? '', threadId]),
    );
  return {
    contact: truth(contactId),
    mail: truth((token) => mailIds(token)[0]),
  };
}

function expectApart(
  rows: readonly Seen[],
  subject: readonly Seen[],
  truth: ReadonlyMap<string, string>,
): void {
  expect(subject).toHaveLength(THREADS);
  for (const by of [({ ctid }: Seen) => ctid, ({ xmin }: Seen) => xmin, nameOf]) {
    // By chance one is matched; 5 in 100 more is the most.
    expect(matched(rows, subject, truth, by)).toBeLessThan(1 + 0.05 * THREADS);
  }
  // No transaction wrote on both sides.
  const numbers = new Set(subject.flatMap(({ xmin, xmax }) => [xmin, xmax]).filter(Number));
  expect(rows.filter(({ xmin, xmax }) => numbers.has(xmin) || numbers.has(xmax))).toEqual([]);
}

it('an address, and an e-mail to it, cannot be matched with its thread', async () => {
  const truths = await fill();
  const subjects = [
    await look(test.owner, 'subject.thread', 'id'),
    await look(test.owner, 'subject.keywrap', 'thread_id', "holder = 'visitor'"),
    await look(test.owner, 'subject.message', 'thread_id', 'seq = 1'),
    await look(test.owner, 'subject.message', 'thread_id', 'seq = 2'),
  ];
  for (const table of ['contact', 'mail'] as const) {
    const rows = await inVault(table);
    const truth = truths[table];
    expect(rows.map(({ id }) => id).toSorted()).toEqual([...truth.keys()].toSorted());
    for (const subject of subjects) expectApart(rows, subject, truth);
    const onDisk = rows.toSorted((a, b) => a.ctid - b.ctid).map(({ id }) => id);
    expect(Math.abs(rankCorrelation(onDisk, [...truth.keys()]))).toBeLessThan(0.35);
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
  }
  // No value of one schema stands in the other, and nothing can be read.
  expect(await sharedValues(test.owner, THREADS)).toEqual([]);
  const readable = await test.owner.query(
    `SELECT FROM vault.contact c, vault.mail m
     WHERE position('@example'::bytea IN c.sealed) + position('Answer'::bytea IN m.sealed) > 0`,
  );
  expect(readable.rowCount).toBe(0);
}, 600_000);
