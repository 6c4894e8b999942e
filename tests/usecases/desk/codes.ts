import { randomUUID } from 'node:crypto';
import type { VisitCode } from '#lib/domain/access/visit-code.ts';
import type { Instant, PathwayId, ServiceId } from '#lib/domain/basics/ids.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import type { Database } from '#lib/store/client.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import type { StaffContext, VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { issueVisitCode } from '#lib/usecases/visitor/visit/issue-visit-code.ts';
import { screened } from '../../support/screened.ts';
import { contextOf, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Of the examples: by appointment, and one where people may simply come in. */
export const CLINIC = 'example-street-clinic' as ServiceId;
export const at = (ms: number) => (NOW + ms) as Instant;

/** One more post of a browser that came to this pathway. */
export function browser(db: Database, pathwayId: PathwayId, now: Instant = NOW): VisitorContext {
  const session: VisitorSession = {
    ...{ sid: randomUUID(), pathwayId, shared: false, until: (now + DAY_MS) as Instant },
    ...{ check: null, support: 'no' as const, code: null, codeEnd: null, recordKey: null },
  };
  return { ...contextOf(db, now), session };
}

export interface Holder {
  readonly ctx: VisitorContext;
  readonly pathwayId: PathwayId;
  readonly code: VisitCode;
}

/** Somebody who has seen a result and holds a code, made at the fixed moment. */
export async function holder(db: Database, service: ServiceId = CLINIC): Promise<Holder> {
  const pathwayId = await screened(db);
  const ctx = browser(db, pathwayId);
  const made = await issueVisitCode(ctx, service);
  if (!made.ok) throw new Error(made.error);
  return { ctx, pathwayId, code: made.value.code };
}

/** One more post of the desk, two days after the codes were made. */
export function post(
  db: Database,
  person: TestPerson,
  now: Instant = at(2 * DAY_MS),
): StaffContext<'visits:redeem'> {
  return staffContextOf(db, person, 'visits:redeem', now);
}

/** What is recorded of visits, in order. */
export async function visits(
  db: Database,
  id: PathwayId,
): Promise<readonly Extract<Transition, { step: 'attendance.recorded' }>[]> {
  return (await listTransitions(db, id)).flatMap((t) =>
    t.step === 'attendance.recorded' ? [t] : [],
  );
}
