import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '#lib/config.ts';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Role } from '#lib/domain/access/role.ts';
import type { Day, Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import { newPasswordHash } from '#lib/gateways/staff/password.ts';
import { newTotpSecret, sealTotp, totpCode } from '#lib/gateways/staff/totp.ts';
import { publicKeyOf } from '#lib/gateways/vault-box.ts';
import type { Database } from '#lib/store/client.ts';
import { insertStaff } from '#lib/store/staff/staff.ts';
import type { Context, StaffContext } from '#lib/usecases/context.ts';

/** A fixed clock: 09:00 UTC on 23 November 2026. */
export const NOW = Date.parse('2026-11-23T09:00:00Z') as Instant;
export const STEP_MS = 30_000;
export const later = (ms: number) => (NOW + ms) as Instant;

/** What the worker of these tests opens messages with. */
export const VAULT_KEY = randomBytes(32);
export const VAPID = createECDH('prime256v1');
VAPID.generateKeys();

const secrets: WebSecrets = {
  stateKeys: [{ id: 'k1', key: randomBytes(32) }],
  pepperLocator: randomBytes(32),
  pepperVerifier: randomBytes(32),
  pepperVisit: randomBytes(32),
  formKey: randomBytes(32),
  staffSessionKey: randomBytes(32),
  threadStaffKey: randomBytes(32),
  vaultPublicKey: Buffer.from(publicKeyOf(VAULT_KEY)),
  vapidPublicKey: VAPID.getPublicKey().toString('base64url'),
};

/** With a form of its own each time. */
export function contextOf(db: Database, now: Instant = NOW): Context & { readonly key: string } {
  const today = Math.floor(now / 86_400_000) as Day;
  return { db, config: readConfig({}), secrets, now, today, locale: 'en', key: randomUUID() };
}

export const PASSWORD = 'four words in a row';

export interface TestPerson {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly service: ServiceId | null;
  readonly secret: string;
}

let known: Promise<string | 'busy'> | undefined;

/** Slow by design, so it is made once a file. */
function passwordHash(): Promise<string | 'busy'> {
  known ??= newPasswordHash(secrets, PASSWORD);
  return known;
}

/** A person with an account, a password and a second factor; at a desk, at that of one service. */
export async function hire(
  db: Database,
  roles: readonly Role[],
  desk?: ServiceId,
): Promise<TestPerson> {
  const service = desk ?? null;
  const id = randomUUID() as StaffId;
  const secret = newTotpSecret();
  const name = `${roles[0] ?? 'nobody'} ${id.slice(0, 4)}`;
  const email = `${id}@example.org`;
  const totpSealed = sealTotp(secrets, `staff ${id}`, secret);
  const account = { id, email, name, roles, service, languages: ['en'], totpSealed, now: NOW };
  await insertStaff(db, { ...account, passwordHash: await passwordHash() });
  return { id, email, name, roles, service, secret };
}

export function staffContextOf<P extends Permission>(
  db: Database,
  person: TestPerson,
  permission: P,
  now: Instant = NOW,
): StaffContext<P> {
  const { id, name, roles, service } = person;
  const actor = { id, name, roles, service, verifiedAt: now };
  return { ...contextOf(db, now), actor, permission, key: randomUUID() };
}

/** What the person types to sign in at a moment. */
export function typed({ email, secret }: TestPerson, at: Instant = NOW) {
  return { email, password: PASSWORD, code: totpCode(secret, at) };
}
