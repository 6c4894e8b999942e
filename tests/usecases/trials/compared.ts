import { expect } from 'vitest';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import type { TestDatabase } from '../../support/database.ts';
import { hire, type TestPerson } from '../staff/people.ts';
import type { Visit } from '../visitor/visit.ts';
import { type Asked, atThePlan, trialsOf } from './trials.ts';

/** Nearly everybody is given this way. */
export const allTo = (way: string): Pick<Registration, 'arms'> => ({
  arms: (['if-then-plan', 'information-page', 'feedback-only'] as const).map((id) => ({
    way: id,
    version: 1,
    share: id === way ? 98 : 1,
  })),
});

/** People whom chance gave something, on a database of a test. */
export function comparedOn(test: TestDatabase) {
  const { running, move } = trialsOf(test.db);
  let staff: Promise<readonly TestPerson[]> | undefined;
  const two = async () => {
    staff ??= Promise.all([hire(test.db, ['researcher']), hire(test.db, ['clinician'])]);
    return (await staff) as readonly [TestPerson, TestPerson];
  };
  /** A comparison that gives nearly everybody this way runs while `act` does, and is over afterwards. */
  const whileRunning = async (way: string, act: (id: string) => Promise<void>): Promise<string> => {
    const [researcher, clinician] = await two();
    const id = await running(researcher, clinician, allTo(way));
    await act(id);
    expect((await move(researcher, id, 'closed')).ok).toBe(true);
    return id;
  };
  /** Somebody new whom chance gave this way: 98 of 100 are. */
  const given = async (way: string, asked: Asked = {}): Promise<Visit> => {
    for (let n = 0; n < 20; n += 1) {
      const visitor = await atThePlan(test.db, asked);
      if ((await meetWay(visitor.post())) === way) return visitor;
    }
    throw new Error(`nobody was given ${way}`);
  };
  /** What of a comparison is recorded of a person. */
  const recordedOf = async ({ session }: Visit) => {
    const { rows } = await test.owner.query(
      `SELECT step, origin, payload FROM subject.transition
       WHERE pathway_id = $1 AND step IN ('experiment.assigned', 'bridge.shown') ORDER BY seq`,
      [session.pathwayId],
    );
    return rows;
  };
  return { two, whileRunning, given, recordedOf };
}
