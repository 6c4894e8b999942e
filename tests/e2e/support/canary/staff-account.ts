// Members of staff with an authenticator app of their own.
import { expect } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { type Client, target } from '../../../support/client.ts';
import { DESK } from '../staff-walk.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Accepts an invitation. Returns the secret that the page showed for the app. */
export async function join(client: Client, address: string, account: NewAccount): Promise<string> {
  const { post, secret } = await openInvitation(client, address, account);
  expect(target(await post())).toBe('/en/staff');
  return secret;
}

export async function openInvitation(client: Client, address: string, account: NewAccount) {
  const path = new URL(address).pathname;
  const { body } = await client.get(path);
  const sealed = /name="sealed"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? '';
  const secret = (/((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/.exec(body)?.[1] ?? '').replaceAll(' ', '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const post = () => client.post(`${path}/do/accept`, { ...account, sealed, code });
  return { post, secret };
}

/** Invites somebody, for a desk to the one service; the address stands on the page that follows. */
export async function invite(
  administrator: Client,
  person: Omit<NewAccount, 'password'>,
  roles: string,
): Promise<string> {
  await administrator.get('/en/staff/admin/people/invite');
  const fields = { ...person, roles, languages: 'en', service: DESK };
  const posted = await administrator.post('/en/staff/admin/people/do/invite', fields);
  expect(target(posted)).toBe('/en/staff/admin/people');
  const { body } = await administrator.get('/en/staff/admin/people');
  const address = /(http:[^\s"<]+\/invitation\/[\w-]+)/.exec(body)?.[1];
  expect(address).toBeDefined();
  return address ?? '';
}
