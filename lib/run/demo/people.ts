import type { Config } from '#lib/config.ts';
import { ROLES, type Role } from '#lib/domain/access/role.ts';
import type { Day, Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { TOPIC_TEXTS } from '#lib/domain/community/topic.ts';
import type { RosterRole } from '#lib/domain/roster/shift.ts';
import { randomBytes, randomUuid } from '#lib/gateways/hashes.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import { newPasswordHash } from '#lib/gateways/staff/password.ts';
import { newTotpSecret, sealTotp } from '#lib/gateways/staff/totp.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Database, Tx } from '#lib/store/client.ts';
import { saveTopic } from '#lib/store/group/topics.ts';
import { insertShifts } from '#lib/store/roster.ts';
import { listServices } from '#lib/store/services.ts';
import { removeHostInvitations } from '#lib/store/staff/invitations.ts';
import { insertStaff } from '#lib/store/staff/staff.ts';
import topics from './topics.json' with { type: 'json' };

export interface DemoPerson {
  readonly id: StaffId;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
  /** Of the second factor, in base 32. */
  readonly secret: string;
}

interface Making {
  readonly db: Database;
  readonly secrets: WebSecrets;
  readonly now: Instant;
  readonly today: Day;
}

/** Half of them are enough for a password of 14 characters; these are 24. */
const PASSWORD_BYTES = 18;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAY_MINUTES = 1_440;

/** One account for each role, guides and moderators at work day and night, and topics in the group. */
export async function makePeople(making: Making): Promise<readonly DemoPerson[]> {
  const { db, secrets, now } = making;
  const [service] = await listServices(db);
  const accounts: Account[] = [];
  for (const role of ROLES) accounts.push(await newAccount(secrets, role));
  return db.$transaction(async (tx) => {
    await removeHostInvitations(tx);
    const people: DemoPerson[] = [];
    for (const account of accounts) {
      const desk = account.person.role === 'desk' ? (service?.id ?? null) : null;
      if (await insertAccount(tx, account, { secrets, now, desk })) people.push(account.person);
    }
    await open(tx, people, making);
    return people;
  });
}

export interface Account {
  readonly person: DemoPerson;
  readonly name: string;
  readonly passwordHash: string;
}

export async function newAccount(
  secrets: WebSecrets,
  role: Role,
  named = { name: `Demo ${role}`, email: `${role}@demo.example` },
): Promise<Account> {
  const id = randomUuid() as StaffId;
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const person = { id, role, email: named.email, password, secret: newTotpSecret() };
  const passwordHash = await newPasswordHash(secrets, password);
  if (passwordHash === 'busy') throw new Error('Passwords are being made elsewhere: try again');
  return { person, name: named.name, passwordHash };
}

interface Joining extends Pick<Making, 'secrets' | 'now'> {
  readonly desk: ServiceId | null;
}

/** False where somebody has that address. */
export async function insertAccount(
  tx: Tx,
  { person, name, passwordHash }: Account,
  { secrets, now, desk }: Joining,
): Promise<boolean> {
  const { id, email, role } = person;
  const totpSealed = sealTotp(secrets, `staff ${id}`, person.secret);
  const named = { id, email, name, roles: [role], languages: LOCALES };
  const account = { ...named, service: desk, passwordHash, totpSealed, now };
  if ((await insertStaff(tx, account)) === null) return false;
  const entry = { actor: 'system', action: 'staff.joined', subject: id } as const;
  await appendAudit(tx, { ...entry, detail: { roles: role, by: 'demo' } });
  return true;
}

async function open(
  tx: Tx,
  people: readonly DemoPerson[],
  { now, today }: Pick<Making, 'now' | 'today'>,
): Promise<void> {
  const idOf = (role: Role) => people.find((one) => one.role === role)?.id;
  for (const role of ['guide', 'moderator'] as const satisfies readonly RosterRole[]) {
    const staffId = idOf(role);
    if (staffId === undefined) continue;
    const hours = { from: 0, to: DAY_MINUTES, firstDay: today, lastDay: null, onCall: false };
    const shifts = WEEKDAYS.map((weekday) => ({
      id: randomUuid(),
      role,
      staffId,
      weekday,
      ...hours,
    }));
    await insertShifts(tx, shifts, { by: staffId, at: now });
  }
  const by = idOf('moderator');
  if (by === undefined) return;
  for (const [at, texts] of topics.entries()) {
    const topic = { id: null, texts: TOPIC_TEXTS.parse(texts), closed: false, place: at + 1 };
    await saveTopic(tx, { ...topic, by, at: now });
  }
}

/** What is said of them, once. */
export function peopleLines(people: readonly DemoPerson[], { origin }: Pick<Config, 'origin'>) {
  const address = new URL('/en/staff/sign-in', origin).href;
  return [
    `Staff sign in at ${address}. Said once: password, and the key for an authenticator app`,
    ...people.map(({ email, password, secret }) => `  ${email.padEnd(28)}${password}  ${secret}`),
  ];
}
