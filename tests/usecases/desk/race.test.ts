import { beforeAll, expect, it } from 'vitest';
import type { PathwayId, ServiceId } from '#lib/domain/basics/ids.ts';
import { listServices } from '#lib/store/services.ts';
import { listVisitCodes, markRedeemed } from '#lib/store/visit-codes.ts';
import { redeemVisitCode } from '#lib/usecases/desk/redeem-visit-code.ts';
import { testDatabase } from '../../support/database.ts';
import { inParallel } from '../../support/in-parallel.ts';
import { NIGHTLY } from '../../support/nightly.ts';
import { hire, type TestPerson } from '../staff/people.ts';
import { CLINIC, type Holder, holder, post, visits } from './codes.ts';

const CODES = NIGHTLY ? 200 : 60;
const POSTS = 50;
/** At the desk of each service. */
const PEOPLE = 25;
const test = testDatabase({ connections: 2 * POSTS });
const TOLD = { mode: 'in_person', late: false } as const;
let desks: readonly { readonly service: ServiceId; readonly people: readonly TestPerson[] }[];

beforeAll(async () => {
  const services = (await listServices(test.db)).map(({ id }) => id);
  desks = await inParallel(services, 4, async (service) => ({
    service,
    people: await inParallel(Array.from({ length: PEOPLE }), 1, () =>
      hire(test.db, ['desk'], service),
    ),
  }));
});

const deskOf = (place: number) => {
  const desk = desks[place % desks.length];
  if (!desk) throw new Error('no desk');
  return desk;
};
const personOf = (place: number, turn: number) => {
  const { people } = deskOf(place);
  const person = people[turn % people.length];
  if (!person) throw new Error('nobody');
  return person;
};

it(`of ${POSTS} posts of a code at once exactly one records the visit, for ${CODES} codes`, async () => {
  const places = Array.from({ length: CODES }, (_, place) => place);
  const held = await inParallel(places, 8, (place) => holder(test.db, deskOf(place).service));
  const posts = Array.from({ length: POSTS }, (_, turn) => turn);
  // Two codes at a time, each by all its posts at once.
  const outcomes = await inParallel(held, 2, async ({ code }) => {
    const place = held.findIndex((other) => other.code === code);
    const done = await Promise.all(
      posts.map((turn) => redeemVisitCode(post(test.db, personOf(place, turn)), code, TOLD)),
    );
    return done.map((result) => (result.ok ? 'ok' : result.error.kind));
  });
  expect(outcomes).toHaveLength(CODES);
  for (const kinds of outcomes) {
    expect(kinds.filter((kind) => kind === 'ok')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'used')).toHaveLength(POSTS - 1);
  }
  await expectOneVisitEach(held);
}, 600_000);

async function expectOneVisitEach(held: readonly Holder[]): Promise<void> {
  const all = await inParallel(held, 8, ({ pathwayId }) => visits(test.db, pathwayId));
  expect(all.map((own) => own.length)).toEqual(held.map(() => 1));
  const { rows } = await test.owner.query(
    `SELECT count(*)::int AS n FROM ops.audit_entry WHERE action = 'visit.recorded'`,
  );
  expect(rows[0].n).toBe(held.length);
}

it('the statement itself lets one through, also where nothing else takes turns', async () => {
  const { pathwayId } = await holder(test.db, CLINIC);
  const [code] = await listVisitCodes(test.db, pathwayId as PathwayId);
  const change = { from: 'issued', day: 1, undoable: null } as const;
  const tries = Array.from({ length: POSTS }, () =>
    test.db.$transaction((tx) => markRedeemed(tx, code?.id ?? '', change), { maxWait: 60_000 }),
  );
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
}, 120_000);
