import { totpCode } from '#lib/gateways/staff/totp.ts';
import type { Database } from '#lib/store/client.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';
import { contextOf, hire, NOW, PASSWORD, staffContextOf, type TestPerson } from './people.ts';

/** The token of an invitation as guide and clinician. */
export async function invited(db: Database, email: string, by?: TestPerson): Promise<string> {
  const admin = by ?? (await hire(db, ['administrator']));
  const ctx = staffContextOf(db, admin, 'staff:manage');
  const path = await invitePerson(ctx, {
    email,
    name: 'Mei',
    roles: ['guide', 'clinician'],
    languages: ['en', 'zh-hant'],
  });
  if (!path.ok) throw new Error(path.error);
  return path.value.split('/').at(-1) ?? '';
}

/** Opens the page and fills in its form. */
export async function filled(
  db: Database,
  token: string,
  change: { password?: string; email?: string } = {},
) {
  const view = await viewInvitation(contextOf(db), token, null);
  if (!view) throw new Error('the invitation is gone');
  const { sealed, secret } = view.enrolment;
  const code = totpCode(secret, NOW);
  const email = view.email ?? 'first@example.org';
  return { token, sealed, name: 'Mei', email, password: PASSWORD, code, ...change };
}
