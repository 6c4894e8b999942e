import { can } from '#lib/domain/access/permission.ts';
import type { Role } from '#lib/domain/access/role.ts';
import type { ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { unreachable } from '#lib/domain/basics/unreachable.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { withdrawInvitations } from '#lib/store/staff/invitations.ts';
import {
  countActive,
  findStaff,
  markDisabled,
  markEnabled,
  markRoles,
  type Staff,
} from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { refusing, type StrandsRefusal } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { findDesk } from '#lib/usecases/find-desk.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { keepingPromises } from '#lib/usecases/kept-promises.ts';

export type PersonChange =
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' }
  | {
      readonly kind: 'roles';
      readonly roles: readonly Role[];
      /** Whose desk, for the role that is at one. */
      readonly service?: ServiceId | null;
    };

export type ChangeRefusal = 'self' | 'unknown' | 'last_administrator' | 'service' | StrandsRefusal;

const ACTIONS = {
  disable: 'staff.disabled',
  enable: 'staff.enabled',
  roles: 'staff.roles_changed',
} as const;

/** Thrown inside the transaction: nothing of the change stays, nor its line in the audit log. */
class Undone extends Error {
  readonly reason: 'unknown' | 'last_administrator' | 'unchanged';
  constructor(reason: Undone['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Disables or enables a person or changes their roles, from the next request on. Nobody changes
 * themselves, and an active administrator always remains.
 */
export async function changePerson(
  ctx: StaffContext<'staff:manage'>,
  id: StaffId,
  change: PersonChange,
  /** Of how many promises, that nobody would keep any more, the page told. */
  told = 0,
): Promise<Result<void, ChangeRefusal>> {
  requireFresh(ctx);
  if (id === ctx.actor.id) return err('self');
  const desk = await deskOf(ctx, change);
  if (!desk.ok) return desk;
  try {
    return await refusing(async () => {
      await ctx.db.$transaction(async (tx) => {
        await takeTurn(tx, 'audit');
        await keepingPromises(tx, ctx, told, () => apply(tx, ctx, id, desk.value));
      });
      return ok(undefined);
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return error.reason === 'unchanged' ? ok(undefined) : err(error.reason);
  }
}

type KnownChange = Exclude<PersonChange, { kind: 'roles' }> | ({ readonly kind: 'roles' } & Post);
type Post = Pick<Staff, 'roles' | 'service'>;

async function deskOf(
  { db }: StaffContext,
  change: PersonChange,
): Promise<Result<KnownChange, 'service'>> {
  if (change.kind !== 'roles') return ok(change);
  const { kind, roles, service = null } = change;
  const found = await findDesk(db, { roles, service });
  return found.ok ? ok({ kind, roles, service: found.value }) : found;
}

async function apply(
  tx: Tx,
  ctx: StaffContext<'staff:manage'>,
  id: StaffId,
  change: KnownChange,
): Promise<void> {
  // The log comes first: it lets one entry be written at a time, so that two administrators who
  // disable each other in the same moment cannot both succeed.
  const actor = `staff:${ctx.actor.id}`;
  const detail = detailOf(change);
  await appendAudit(tx, { actor, action: ACTIONS[change.kind], subject: id, detail });
  const staff = await findStaff(tx, id);
  if (!staff) throw new Undone('unknown');
  if (!changes(staff, change)) throw new Undone('unchanged');
  await mark(tx, ctx, id, change);
  await closeWaysBack(tx, ctx, staff, change);
  if ((await countActive(tx, 'administrator')) === 0) throw new Undone('last_administrator');
}

function detailOf(change: KnownChange): Readonly<Record<string, string>> {
  if (change.kind !== 'roles') return {};
  const { roles, service } = change;
  return { roles: roles.join(','), ...(service === null ? {} : { service }) };
}

function changes(staff: Staff, change: KnownChange): boolean {
  if (change.kind !== 'roles') return staff.disabled !== (change.kind === 'disable');
  if (change.service !== staff.service) return true;
  const wanted = new Set(change.roles);
  return wanted.size !== staff.roles.length || staff.roles.some((role) => !wanted.has(role));
}

/** Who may no longer invite comes back by no invitation that was made before, of theirs or to them. */
async function closeWaysBack(
  tx: Tx,
  ctx: StaffContext<'staff:manage'>,
  { id, email }: Staff,
  change: KnownChange,
): Promise<void> {
  if (change.kind === 'enable') return;
  if (change.kind === 'roles' && can(change.roles, 'staff:manage')) return;
  const theirs = change.kind === 'disable' ? { by: id, email } : { by: id };
  const actor = `staff:${ctx.actor.id}`;
  for (const subject of await withdrawInvitations(tx, theirs, ctx.now)) {
    const entry = { action: 'staff.invitation_withdrawn', subject, detail: {} } as const;
    await appendAudit(tx, { actor, ...entry });
  }
}

async function mark(
  tx: Tx,
  { now }: StaffContext,
  id: StaffId,
  change: KnownChange,
): Promise<void> {
  switch (change.kind) {
    case 'disable':
      await markDisabled(tx, id, now);
      return;
    case 'enable':
      await markEnabled(tx, id);
      return;
    case 'roles':
      await markRoles(tx, id, change);
      return;
    default:
      unreachable(change);
  }
}
