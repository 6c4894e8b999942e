import type { Role } from '#lib/domain/access/role.ts';
import type { Day, Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { listAudit } from '#lib/store/audit.ts';
import { listServices } from '#lib/store/services.ts';
import { listInvitations } from '#lib/store/staff/invitations.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface Person {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Whose desk this person is at. */
  readonly service: ServiceId | null;
  /** The step or the language whose messages this guide answers. */
  readonly team: string | null;
  readonly secondFactor: boolean;
  /** The day of the last sign-in; null: none among the latest entries of the log. */
  readonly lastUsed: Day | null;
  readonly disabled: boolean;
  /** The person who is looking: nobody changes themselves. */
  readonly self: boolean;
}

export interface Invited {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly until: Day;
}

/** How far back in the log the last sign-in of each person is looked for. */
const LATEST_ENTRIES = 2_000;

/** A service of the directory, as whose desk somebody can be at. */
export type DeskChoice = Pick<Service, 'id' | 'name'>;

export interface People {
  readonly people: readonly Person[];
  readonly invited: readonly Invited[];
  readonly desks: readonly DeskChoice[];
}

export async function listPeople(ctx: StaffContext<'staff:manage'>): Promise<People> {
  const dayOf = (at: Instant): Day => localTime(at, ctx.config.timeZone).day;
  const [staff, invitations, entries, services] = await Promise.all([
    listStaff(ctx.db),
    listInvitations(ctx.db, ctx.now),
    listAudit(ctx.db, { limit: LATEST_ENTRIES }),
    listServices(ctx.db, { paused: true }),
  ]);
  const signedIn = new Map<string | null, Instant>();
  for (const { action, subject, at } of entries) {
    if (ENTERED.has(action) && !signedIn.has(subject)) signedIn.set(subject, at);
  }
  const people = staff.map(({ id, name, email, roles, service, team, totpSealed, disabled }) => {
    const at = signedIn.get(id);
    const lastUsed = at === undefined ? null : dayOf(at);
    const account = { id, name, email, roles, service, team, disabled };
    return { ...account, lastUsed, secondFactor: totpSealed !== null, self: id === ctx.actor.id };
  });
  const invited = invitations
    .filter((i) => i.invitedBy !== null)
    .map(({ id, name, email, roles, until }) => {
      return { id, name: name ?? '', email: email ?? '', roles, until: dayOf(until) };
    });
  return { people, invited, desks: services.map(({ id, name }) => ({ id, name })) };
}

/** Joining, and coming back with a new second factor, sign a person in. */
const ENTERED = new Set<string>(['staff.signed_in', 'staff.joined', 'staff.second_factor_reset']);
