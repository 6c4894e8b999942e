import { beforeAll, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { EXPORTED_STEPS } from '#lib/domain/evaluation/package/step-columns.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { gapFacts } from '#lib/domain/pathway/gap-facts.ts';
import { TRANSITION, type Transition } from '#lib/domain/pathway/transition.ts';
import {
  CUTOFF,
  nameOf,
  PEOPLE,
  packageMaker,
  type Row,
  readRows,
} from '../../support/package-maker.ts';
import { leavingSteps, seeded, walkOne } from '../../support/package-people.ts';
import { type Told, tell } from '../../support/told.ts';
import { expectEveryWayOut } from '../../support/ways-out.ts';

const test = packageMaker();
/** They came so long ago that everybody of their year is followed by now. */
const LEAVING = 150;
beforeAll(async () => {
  const random = seeded(9);
  for (let i = 0; i < LEAVING; i += 1) {
    test.ids.add(await walkOne(test.db, (CUTOFF - 500) as Day, random, leavingSteps));
  }
}, 60_000);

interface Person {
  readonly start: Day;
  readonly steps: readonly Transition[];
}
async function people(): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await test.owner.query(
    `SELECT t.pathway_id AS id, p.start_date - '1970-01-01'::date AS start, seq, day, step, origin,
       policy_hash AS "policyHash", payload
     FROM subject.transition t JOIN subject.pathway p ON p.id = t.pathway_id ORDER BY 1, seq`,
  );
  const all = new Map<string, { start: Day; steps: Transition[] }>();
  for (const { id, start, ...step } of rows) {
    const one: { start: Day; steps: Transition[] } = all.get(id) ?? { start, steps: [] };
    one.steps.push(TRANSITION.parse(step));
    all.set(id, one);
  }
  return all;
}
const say = (value: unknown, absent: string) => String(value ?? absent);

function expectFolded(row: Row | undefined, known: readonly Transition[], days: number) {
  const folded = derive(known.map((step, i) => ({ ...step, seq: i + 1 })));
  const gap = gapFacts(known, days);
  expect(row).toMatchObject({
    furthest: say(folded.furthest, 'not_reached'),
    started: say(folded.started, 'not_reached'),
    completed_day: say(folded.completedDay, 'not_reached'),
    viewed_day: say(folded.viewedDay, 'not_reached'),
    engaged_day: say(folded.engagedDay, 'not_reached'),
    t0_day: say(gap.t0, 'not_reached'),
    t0_kind: say(gap.t0Kind, 'not_reached'),
    chose_day: say(folded.choseDay, 'not_reached'),
    requested_day: say(folded.requestedDay, 'not_reached'),
    answered_day: say(folded.answeredDay, 'not_reached'),
    referral_day: say(folded.referralDay, 'not_reached'),
    plan_day: say(folded.plannedDay, 'not_reached'),
    booked_day: say(folded.bookedDay, 'not_reached'),
    attended_self_day: say(folded.attendedSelfDay, 'not_reached'),
    closed_day: say(folded.closedDay, 'not_reached'),
    intention_before: say(folded.intentionBefore, 'not_asked'),
    intention_after: say(folded.intentionAfter, 'not_asked'),
    decision: say(
      folded.decision && (folded.decision === 'declined' ? 'declined' : 'chosen'),
      'not_reached',
    ),
  });
  expectTime(row, gap, days);
}

/** Who went has come back, whatever was said before; who never did may have stepped out. */
function outcomeOf({ attendedAt, steppedOutAt }: ReturnType<typeof gapFacts>, left: number) {
  if (attendedAt !== null && attendedAt <= left) return ['attended', attendedAt];
  const isOut = attendedAt === null && steppedOutAt !== null && steppedOutAt <= left;
  return isOut ? ['stepped_out', steppedOutAt] : ['censored', left];
}

function expectTime(row: Row | undefined, gap: ReturnType<typeof gapFacts>, days: number) {
  const followed = Number(row?.['followed_days']);
  expect(followed).toBeLessThanOrEqual(days);
  const [status, time] =
    gap.t0 === null
      ? ['not_reached', 'not_reached']
      : outcomeOf(gap, Math.max(0, followed - gap.t0));
  expect(row).toMatchObject({ status, time: String(time) });
}

it('a row of a person is the fold of their steps at the cutoff, and their steps are those that may be told', async () => {
  const { folder, contents } = await test.make();
  const rows = new Map(
    readRows(folder, 'pathways.csv').map((row) => [row['person']?.slice(0, 20), row]),
  );
  expect(contents.people).toBe(PEOPLE + LEAVING);
  const steps = readRows(folder, 'transitions.csv');
  const told: Told[] = [];
  let seen = 0;
  for (const [id, { start, steps: history }] of await people()) {
    const row = rows.get(nameOf(id));
    if (!test.ids.has(id)) {
      expect(row).toBeUndefined();
      continue;
    }
    const known = history.filter(
      ({ step, day, origin }) =>
        day <= CUTOFF - start &&
        EXPORTED_STEPS.includes(step) &&
        !(step === 'attendance.recorded' && origin === 'staff'),
    );
    const mine = steps.filter(({ person }) => person?.slice(0, 20) === nameOf(id));
    expect(mine.map(({ step, seq, day }) => [step, seq, day])).toEqual(
      known.map(({ step, day }, i) => [step, String(i + 1), String(day)]),
    );
    expectFolded(row, known, CUTOFF - start);
    told.push(tell(known, start));
    seen += mine.length;
  }
  expect(seen).toBe(steps.length);
  expectEveryWayOut(told, 2);
  expect(
    [...rows.values()].filter(({ status }) => status === 'stepped_out').length,
  ).toBeGreaterThan(10);
  expect(readRows(folder, 'screenings.csv')).toHaveLength(
    steps.filter(({ step }) => step === 'screening.completed').length,
  );
  expect(readRows(folder, 'assignments.csv')).toEqual([]);
});
