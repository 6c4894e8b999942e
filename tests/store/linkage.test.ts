// Somebody has a whole dump of the database, and not the worker's key: whose message is it?
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { reminderId } from '#lib/gateways/reminder-keys.ts';
import { sendReminders } from '#lib/usecases/system/send-reminders.ts';
import { testDatabase } from '../support/database.ts';
import { look, matched, rankCorrelation, sharedValues } from '../support/dump.ts';
import { inParallel } from '../support/in-parallel.ts';
import { keepReminded, orderFor, sendingWorker, visitorWithKey } from '../support/reminded.ts';
import { AT } from '../support/reminding.ts';
import { NOW } from '../usecases/staff/people.ts';

const PATHWAYS = 1_000;
/** A round of the worker a minute: so many plans are made between two of them on a busy site. */
const A_ROUND = 25;

const test = testDatabase({ connections: 8 });

it('a message in the vault cannot be matched with its pathway', async () => {
  const worker = await sendingWorker(test.worker, null, () => NOW as Instant);
  const truth = new Map<string, string>();
  const written: string[] = [];
  const visitors = await inParallel(Array.from({ length: PATHWAYS }), 8, () =>
    visitorWithKey(test.db),
  );
  for (let from = 0; from < PATHWAYS; from += A_ROUND) {
    // One after the other, so that the order of everything is the order of plans.
    for (const [i, visitor] of visitors.slice(from, from + A_ROUND).entries()) {
      const n = from + i;
      const order = orderFor(`p${n}@example.test`, AT);
      await keepReminded(visitor.post(), AT, order);
      const id = reminderId(order.token, 1).toString('hex');
      truth.set(id, visitor.session.pathwayId);
      written.push(id);
    }
    await sendReminders(worker);
  }

  // A round in which messages are due and no mail server answers, and one at night.
  for (const iso of ['2026-11-24T10:00:00Z', '2026-11-24T22:00:00Z']) {
    const away = { ...worker, clock: () => Date.parse(iso) as Instant };
    expect(await sendReminders(away)).toMatchObject({ sent: 0 });
  }

  const vault = await look(test.owner, 'vault.reminder', "encode(id, 'hex')");
  const plans = await look(test.owner, 'subject.transition', 'pathway_id', "step = 'plan.made'");
  const records = await look(test.owner, 'subject.own_record', 'pathway_id');
  const rows = await look(test.owner, 'subject.pathway_row', 'pathway_id');
  expect(vault).toHaveLength(PATHWAYS);

  // By chance one is matched; 5 in 100 more is the most.
  const most = 1 + 0.05 * PATHWAYS;
  for (const subject of [plans, records, rows]) {
    expect(subject.length).toBe(PATHWAYS);
    expect(matched(vault, subject, truth, ({ ctid }) => ctid)).toBeLessThan(most);
    expect(matched(vault, subject, truth, ({ xmin }) => xmin)).toBeLessThan(most);
    expect(
      matched(vault, subject, truth, ({ id }) => Number.parseInt(id.slice(0, 8), 16)),
    ).toBeLessThan(most);
    // No transaction wrote on both sides.
    const numbers = new Set(subject.flatMap(({ xmin, xmax }) => [xmin, xmax]).filter(Number));
    expect(vault.filter(({ xmin, xmax }) => numbers.has(xmin) || numbers.has(xmax))).toEqual([]);
  }
  const onDisk = vault.toSorted((a, b) => a.ctid - b.ctid).map(({ id }) => id);
  expect(Math.abs(rankCorrelation(onDisk, written))).toBeLessThan(0.1);
  expect(new Set(vault.map(({ xmin }) => xmin)).size).toBe(1);

  // Nothing that stands in one schema stands in the other, and no length tells one message from another.
  const sealed = await test.owner.query(
    'SELECT count(DISTINCT octet_length(sealed))::integer AS n FROM vault.reminder',
  );
  expect(sealed.rows).toEqual([{ n: 1 }]);
  expect(await sharedValues(test.owner, PATHWAYS)).toEqual([]);
}, 600_000);
