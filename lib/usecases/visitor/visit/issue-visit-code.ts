import { retentionDays } from '#lib/domain/access/retention.ts';
import { makeVisitCode, type VisitCode } from '#lib/domain/access/visit-code.ts';
import { dateOfDay, dayNumber } from '#lib/domain/basics/day.ts';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { STEPS } from '#lib/domain/pathway/steps.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import { visitCodeHash } from '#lib/gateways/code-keys.ts';
import { deriveKey } from '#lib/gateways/seal.ts';
import type { Tx } from '#lib/store/client.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { findService } from '#lib/store/services.ts';
import {
  findVisitCode,
  insertVisitCode,
  lockPathway,
  type StoredVisitCode,
} from '#lib/store/visit-codes.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface IssuedVisitCode {
  readonly code: VisitCode;
  /** The last day on which it works. */
  readonly until: Day;
}

/** One pathway makes no more at one service from one browser: a bound, not a service level. */
const MOST_CODES = 20;

/**
 * The visit code of a pathway for one service; a new one ends the one before, wherever it was for. Asked for again
 * from the same browser it is the same code, so that an answer lost on the way loses nothing; once it was used, has
 * expired or was replaced there is a new one. The code is stored nowhere: the caller keeps it in the person's own
 * sealed record. `closed`: the service is not shown to visitors, or made codes enough.
 */
export async function issueVisitCode(
  ctx: VisitorContext,
  serviceId: ServiceId,
): Promise<Result<IssuedVisitCode, 'gone' | 'not_ready' | 'closed'>> {
  const service = await findService(ctx.db, serviceId);
  if (!service || !isListed(service, ctx.today)) return err('closed');
  return ctx.db.$transaction(async (tx) => {
    const { pathwayId } = ctx.session;
    const locked = await lockPathway(tx, pathwayId);
    const pathway = locked ? await readPathway(tx, pathwayId, null) : null;
    if (!pathway) return err('gone');
    if (!STEPS['attendance.recorded'].allowedWhen(pathway.row)) return err('not_ready');
    const day = dayNumber(pathway.start, ctx.today);
    for (let turn = 0; turn < MOST_CODES; turn += 1) {
      const code = codeOf(ctx, serviceId, turn);
      const issuedDay = await issued(tx, ctx, { serviceId, code, day });
      if (issuedDay !== null) return ok({ code, until: untilOf(pathway.start, issuedDay) });
    }
    return err('closed');
  });
}

/** The day on which it was issued, now or before; null where it can be used no more. */
async function issued(
  tx: Tx,
  { secrets, session, now, today }: VisitorContext,
  asked: { readonly serviceId: ServiceId; readonly code: VisitCode; readonly day: number },
): Promise<number | null> {
  const { serviceId, code, day } = asked;
  const { pathwayId } = session;
  const hash = visitCodeHash(secrets, serviceId, code);
  const stored = await findVisitCode(tx, hash);
  if (stored) return isLive(stored, { pathwayId, today }) ? stored.issuedDay : null;
  const made = await insertVisitCode(tx, { pathwayId, serviceId, hash, issuedDay: day, now });
  return made ? day : null;
}

function isLive(
  { pathwayId, state, start, issuedDay }: StoredVisitCode,
  own: { readonly pathwayId: VisitorContext['session']['pathwayId']; readonly today: Day },
): boolean {
  const live = state === 'issued' && own.today <= untilOf(start, issuedDay);
  return live && pathwayId === own.pathwayId;
}

const untilOf = (start: Day, issuedDay: number) =>
  (dateOfDay(start, issuedDay) + retentionDays('visit_code')) as Day;

/**
 * From the random id of this browser's session, which is never stored: without the keys of the service a copy of
 * the database leads to no code. Who holds both can find one by trying every code against its hash.
 */
function codeOf({ secrets, session }: VisitorContext, serviceId: ServiceId, turn: number) {
  const purpose = `visit code ${session.sid} ${serviceId} ${turn}`;
  return makeVisitCode(deriveKey(secrets.formKey, purpose));
}
