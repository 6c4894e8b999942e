import { randomUUID } from 'node:crypto';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Topic } from '#lib/domain/screening/topics.ts';
import type { Database } from '#lib/store/client.ts';
import type { Check, VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { startCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { contextOf, NOW } from '../staff/people.ts';

/** A visitor whose every post carries a new form. */
export interface Visit {
  readonly session: VisitorSession;
  /** The context of one more post; with a key, of the same form again. */
  post(key?: string, session?: VisitorSession): VisitorContext;
}

export async function visit(
  db: Database,
  now: Instant = NOW,
  topic: Topic = 'mood',
): Promise<Visit> {
  const context = contextOf(db, now);
  const begun = await startCheck({ ...context, key: randomUUID() }, topic, null);
  if (begun === null) throw new Error('an old form');
  const { pathwayId, check } = begun;
  const session: VisitorSession = {
    sid: randomUUID(),
    pathwayId,
    shared: false,
    until: (now + 86_400_000) as Instant,
    check,
    support: 'no',
    code: null,
    codeEnd: null,
    recordKey: null,
  };
  return {
    session,
    post: (key = randomUUID(), changed = session) => ({ ...context, key, session: changed }),
  };
}

export function answered(
  visitor: Visit,
  items: readonly ItemAnswer[],
  difficulty: ItemAnswer = 0,
): Check {
  const { check } = visitor.session;
  if (!check) throw new Error('no check is under way');
  return { ...check, items, difficulty: difficulty as Check['difficulty'] };
}

/** A visitor who has seen a result. */
export async function visitWithResult(
  db: Database,
  items: readonly ItemAnswer[],
  now?: Instant,
): Promise<Visit> {
  const visitor = await visit(db, now);
  await submitScreening(visitor.post(), answered(visitor, items));
  await viewNextStep(visitor.post());
  return visitor;
}
