import { retentionDays } from '#lib/domain/access/retention.ts';
import { parseVisitCode, type VisitCodeError } from '#lib/domain/access/visit-code.ts';
import { dateOfDay, dayNumber } from '#lib/domain/basics/day.ts';
import type { Day, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import { isTooEarly, type VisitMode } from '#lib/domain/referrals/visit.ts';
import { visitCodeHash } from '#lib/gateways/code-keys.ts';
import { hmac } from '#lib/gateways/hashes.ts';
import { appendAudit, countLatestAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import { takeTurn } from '#lib/store/turns.ts';
import {
  findVisitCode,
  findVisitCodeById,
  lockPathway,
  markRedeemed,
  type StoredVisitCode,
} from '#lib/store/visit-codes.ts';
import type { StaffContext } from './context.ts';

/** Security T7. A try is a whole code, check symbol and all, that is none of this service's. */
export const MOST_TRIES = { hour: 5, day: 30 } as const;
const MINUTES = { hour: 60, day: 24 * 60 } as const;
const REFUSED = 'visit.refused';

/** What the desk typed, and what it says of the visit. */
export interface Visit {
  readonly typed: string;
  readonly mode: VisitMode;
  /** The day of the visit. */
  readonly day: Day;
  /** Record it although the code has run out. */
  readonly late: boolean;
  /** From the paper sheet, which cannot be taken back line by line. */
  readonly sheet: boolean;
}

export type VisitRefused =
  | { readonly kind: VisitCodeError['kind'] }
  /**
   * No code of this service. One that is another service's is the same: its hash is found nowhere here, so
   * that a desk cannot learn that somebody chose to go elsewhere, not even by how long the answer takes.
   */
  | { readonly kind: 'unknown' }
  /** Recorded before; the date is all that is told. */
  | { readonly kind: 'used'; readonly on: Day }
  /** Recorded by this very form, and taken back since. */
  | { readonly kind: 'taken_back' }
  /** The person has a newer one. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'expired' }
  /** Made a short while ago; when is not told. */
  | { readonly kind: 'early' }
  /** Too many tries, by this person or at this service. */
  | { readonly kind: 'limited_hour' | 'limited_day' };

type Refusal = Result<never, VisitRefused>;
type DeskContext = StaffContext<'visits:redeem'>;

/**
 * Records a visit by the code that somebody brought: the code, the step, and the entry of the log, which names
 * neither, nor the service, all or nothing. One post of a person at a time, so that nobody guesses faster than they are counted;
 * the same post again gets the answer of the first. A code that fails its check costs no try, since it asks the
 * database nothing.
 */
export async function redeem(
  ctx: DeskContext,
  serviceId: ServiceId,
  visit: Visit,
): Promise<Result<null, VisitRefused>> {
  const parsed = parseVisitCode(visit.typed);
  if (!parsed.ok) return err({ kind: parsed.error.kind });
  const hash = visitCodeHash(ctx.secrets, serviceId, parsed.value);
  // Of its own for each code of a sheet: the steps of two people share nothing.
  const key = hmac(ctx.secrets.formKey, `visit|${ctx.key}|${parsed.value}`);
  const post = { key: key.subarray(0, 16).toString('base64url'), serviceId, visit };
  return ctx.db.$transaction(async (tx): Promise<Result<null, VisitRefused>> => {
    await takeTurn(tx, `desk ${ctx.actor.id}`);
    const limited = await limitReached(tx, ctx.actor.id, serviceId);
    if (limited !== null) return err({ kind: limited });
    const code = await takeCode(tx, hash);
    if (code === null) return miss(tx, ctx, serviceId);
    return record(tx, ctx, code, post);
  });
}

/** Counted after every colleague's, of whom one may just have used up the day of the service. */
async function miss(tx: Tx, ctx: DeskContext, serviceId: ServiceId): Promise<Refusal> {
  await takeTurn(tx, 'audit');
  const limited = await limitReached(tx, ctx.actor.id, serviceId);
  if (limited !== null) return err({ kind: limited });
  const actor = `staff:${ctx.actor.id}` as const;
  await appendAudit(tx, { actor, action: REFUSED, subject: serviceId, detail: {} });
  return err({ kind: 'unknown' });
}

interface Post {
  readonly key: string;
  readonly serviceId: ServiceId;
  readonly visit: Visit;
}

async function record(
  tx: Tx,
  ctx: DeskContext,
  code: StoredVisitCode,
  { key, serviceId, visit }: Post,
): Promise<Result<null, VisitRefused>> {
  const pathway = await readPathway(tx, code.pathwayId, key);
  if (pathway?.keyUsed) return code.state === 'redeemed' ? ok(null) : err({ kind: 'taken_back' });
  const service = await findService(tx, serviceId);
  const refused = refusalOf(code, visit, { ctx, walkIn: service?.walkIn ?? false });
  if (refused !== null) return refused;
  const day = dayNumber(code.start, visit.day);
  const undoable = visit.sheet ? null : { at: ctx.now, by: ctx.actor.id };
  if (!(await markRedeemed(tx, code.id, { from: code.state, day, undoable }))) {
    return err({ kind: 'used', on: visit.day });
  }
  const at = { id: code.pathwayId, key, today: visit.day };
  const done = await recordSteps(tx, at, () => [attendance(true, visit.mode)]);
  if (done.kind !== 'recorded') throw new Error(`A visit could not be recorded: ${done.kind}`);
  await auditVisit(tx, ctx, 'visit.recorded');
  return ok(null);
}

/** The code as it is, kept so until this transaction ends. */
async function takeCode(tx: Tx, hash: Uint8Array): Promise<StoredVisitCode | null> {
  const found = await findVisitCode(tx, hash);
  if (!found || !(await lockPathway(tx, found.pathwayId))) return null;
  return findVisitCodeById(tx, found.id);
}

function refusalOf(
  code: StoredVisitCode,
  visit: Visit,
  { ctx, walkIn }: { readonly ctx: DeskContext; readonly walkIn: boolean },
): Refusal | null {
  const { start, redeemedDay, issuedDay, issuedAt, state } = code;
  if (redeemedDay !== null) return err({ kind: 'used', on: dateOfDay(start, redeemedDay) });
  if (state === 'replaced') return err({ kind: 'replaced' });
  if (!visit.late && isExpired(code, visit.day)) return err({ kind: 'expired' });
  const early =
    visit.day < dateOfDay(start, issuedDay) || isTooEarly({ issuedAt, walkIn }, ctx.now);
  return early ? err({ kind: 'early' }) : null;
}

/** By the dates, whether or not the eraser has been by. */
function isExpired({ start, issuedDay }: StoredVisitCode, day: Day): boolean {
  return day > dateOfDay(start, issuedDay) + retentionDays('visit_code');
}

/** Counted in the log, so that every web process counts the same, also after a restart. */
async function limitReached(
  tx: Tx,
  staff: StaffId,
  serviceId: ServiceId,
): Promise<'limited_hour' | 'limited_day' | null> {
  const asked = { action: REFUSED };
  const [byStaff, atService] = [
    await countLatestAudit(tx, { ...asked, actor: `staff:${staff}`, minutes: MINUTES.hour }),
    await countLatestAudit(tx, { ...asked, subject: serviceId, minutes: MINUTES.day }),
  ];
  if (atService >= MOST_TRIES.day) return 'limited_day';
  return byStaff >= MOST_TRIES.hour ? 'limited_hour' : null;
}

/**
 * That somebody at a desk did it, and the log's own time; no service and nothing of the visit, since beside the
 * row of a code these would give a pathway the minute at which its person stood there.
 */
export async function auditVisit(
  tx: Tx,
  { actor }: DeskContext,
  action: 'visit.recorded' | 'visit.taken_back',
): Promise<void> {
  await appendAudit(tx, { actor: `staff:${actor.id}`, action, subject: null, detail: {} });
}

/** The recorded step; with false it takes back the one before. */
export function attendance(attended: boolean, mode: VisitMode | null): NewTransition {
  const payload = { attended, evidence: 'code', mode } as const;
  return { step: 'attendance.recorded', origin: 'staff', policyHash: null, payload };
}
