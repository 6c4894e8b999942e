import { beforeAll, expect, it } from 'vitest';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { INBOX_TABS, type Place } from '#lib/domain/guidance/queue.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  claimFirst,
  countInbox,
  countWaiting,
  listInboxPage,
  type Reach,
} from '#lib/store/guidance/queue.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { testDatabase } from '../support/database.ts';
import { fillThreads } from '../support/many-threads.ts';
import { hire } from '../usecases/staff/people.ts';

const test = testDatabase();
const OPEN = 10_000;
let staffId = '' as StaffId;

beforeAll(async () => {
  staffId = (await hire(test.db, ['guide'])).id;
  const others = await Promise.all([1, 2, 3].map(() => hire(test.db, ['guide'])));
  await fillThreads(test.owner, OPEN, [staffId, ...others.map(({ id }) => id)]);
}, 60_000);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The client, which asks for the plan of each query first. */
function explaining(plans: Plan[]): Tx {
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: given } = Prisma.sql(strings, ...values);
    const { rows } = await test.owner.query(`EXPLAIN (FORMAT JSON) ${text}`, given);
    plans.push(rows[0]['QUERY PLAN'][0].Plan);
    return test.db.$queryRaw(strings, ...values);
  };
  return new Proxy(test.db, {
    get: (db, name) => (name === '$queryRaw' ? $queryRaw : db[name as keyof typeof db]),
  });
}

/** The tables that a plan reads from end to end. */
const scanned = (plans: readonly Plan[]) =>
  plans
    .flatMap(nodes)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name']);

const reachOf = (all: boolean): Reach => ({ staffId, languages: ['en'], team: null, all });
const now = () => Date.now() as Instant;
const soon = () => (Date.now() + 5 * 3_600_000) as Instant;

it.each([true, false])(
  'no list and no count reads all threads (every language: %s)',
  async (all) => {
    const plans: Plan[] = [];
    const tx = explaining(plans);
    const asked = { ...reachOf(all), now: now(), soon: soon() };
    for (const tab of INBOX_TABS) {
      const rows = await listInboxPage(tx, { ...asked, tab, after: null, limit: 21 });
      expect(rows, tab).toHaveLength(21);
      const last = rows.at(-1);
      if (!last) throw new Error('no row');
      const { urgency, promisedAt, answeredOn, id } = last;
      const after: Place = answeredOn === null ? { urgency, promisedAt, id } : { answeredOn, id };
      const next = await listInboxPage(tx, { ...asked, tab, after, limit: 21 });
      const ids = new Set(rows.map(({ id }) => id));
      expect(next.some(({ id }) => ids.has(id))).toBe(false);
    }
    const counts = await countInbox(tx, asked);
    expect(counts.mine + counts.unassigned).toBeGreaterThan(1_000);
    await countWaiting(tx, now());
    await claimFirst(tx, { ...reachOf(all), full: false });
    expect(plans.length).toBe(INBOX_TABS.length * 2 + 4);
    expect(scanned(plans)).toEqual(expect.not.arrayContaining(['thread', 'thread_clock']));
  },
);

it('finds a table that is read from end to end', async () => {
  const plans: Plan[] = [];
  await explaining(plans).$queryRaw`SELECT count(*) FROM ops.thread_clock WHERE name % 2 = ${1}`;
  expect(scanned(plans)).toEqual(['thread_clock']);
});
