import type { Day } from '#lib/domain/basics/ids.ts';
import type { CaseKind, Outcome } from '#lib/domain/reports/report.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openReport, reportTag } from '#lib/gateways/report-keys.ts';
import { listOwnCases } from '#lib/store/reports.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface MyReport {
  readonly number: string;
  readonly kind: CaseKind;
  readonly arrived: Day;
  readonly state: 'new' | 'taken' | 'closed';
  readonly outcome: Outcome | null;
  readonly words: string | null;
  readonly answer: string | null;
}

/** What this person told us, and the answers, the newest first. */
export async function listMyReports({
  db,
  secrets,
  session,
  config,
}: Omit<VisitorContext, 'key'>): Promise<readonly MyReport[]> {
  const cases = await listOwnCases(db, reportTag(secrets, session.pathwayId));
  return cases.map(({ id, number, kind, arrivedAt, owner, outcome, closedAt, words, answer }) => ({
    number,
    kind,
    arrived: localTime(arrivedAt, config.timeZone).day,
    state: stateOf(closedAt !== null, owner !== null),
    // What was decided is said with the answer, once there is one.
    outcome: closedAt === null ? null : outcome,
    words: openReport(secrets, id, 'words', words),
    answer: closedAt === null ? null : openReport(secrets, id, 'answer', answer),
  }));
}

function stateOf(closed: boolean, owned: boolean): MyReport['state'] {
  if (closed) return 'closed';
  return owned ? 'taken' : 'new';
}
