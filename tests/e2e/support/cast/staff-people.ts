// Members of staff as in life: invited, with an authenticator app of their own.
import { Secret, TOTP } from 'otpauth';
import { type Client, newClient, target } from '../../../support/client.ts';
import { DESK } from '../staff-walk.ts';
import { last, page } from './read-page.ts';

export const PASSWORD = 'a phrase of several words';
const PEOPLE = '/en/staff/admin/people';

export const emailOf = (name: string) => `${name}@handrail.test`;

/** Somebody new with a role, at the desk of a service where it is that role. */
export async function hire(
  administrator: Client,
  origin: string,
  { name, role, service }: { readonly name: string; readonly role: string; service?: string },
): Promise<Client> {
  const client = newClient(origin);
  await join(client, await invite(administrator, { name, role, service }), name);
  return client;
}

/** Opens an invitation and accepts it, as the person would with an authenticator app. Returns its secret. */
export async function join(client: Client, address: string, name: string): Promise<string> {
  const { accept, secret } = await openInvitation(client, address, name);
  const joined = await accept(new TOTP({ secret }).generate());
  if (!target(joined).endsWith('/staff')) throw new Error(`${name} could not join`);
  return secret.base32;
}

/** Up to the last button. */
export async function openInvitation(client: Client, address: string, name: string) {
  const path = new URL(address).pathname;
  const html = await page(client, path);
  const sealed = last(html, /name="sealed"[^>]*value="([^"]+)"/g);
  const typed = last(html, /((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/g);
  const secret = Secret.fromBase32(typed.replaceAll(' ', ''));
  const fields = { sealed, name, email: emailOf(name), password: PASSWORD };
  const accept = (code: string) => client.post(`${path}/do/accept`, { ...fields, code });
  return { accept, secret };
}

export async function invite(
  administrator: Client,
  { name, role, service = DESK }: { name: string; role: string; service?: string | undefined },
): Promise<string> {
  await page(administrator, `${PEOPLE}/invite`);
  const fields = { name, email: emailOf(name), roles: role, languages: 'en', service };
  await administrator.post(`${PEOPLE}/do/invite`, fields);
  return last(await page(administrator, PEOPLE), /(http:[^\s"<]+\/invitation\/[\w-]+)/g);
}

export async function idOf(administrator: Client, name: string): Promise<string> {
  const html = await page(administrator, PEOPLE);
  const row = html.split('<tr').find((part) => part.includes(emailOf(name))) ?? '';
  return last(row, /\/staff\/admin\/people\/([0-9a-f-]{36})/g);
}

export async function disable(administrator: Client, name: string): Promise<void> {
  const id = await idOf(administrator, name);
  await administrator.post(`${PEOPLE}/do/disable`, { id });
}

export async function giveRole(administrator: Client, name: string, role: string): Promise<void> {
  const id = await idOf(administrator, name);
  await administrator.post(`${PEOPLE}/do/roles`, { id, roles: role });
}

/** Gives somebody a shift at any hour of the week. Returns the id of the first. */
export async function putOnRoster(administrator: Client, name: string): Promise<string> {
  const id = await idOf(administrator, name);
  const roster = '/en/staff/admin/roster';
  const form = await page(administrator, `${roster}/add`);
  const first = last(form, /name="first"[^>]*value="([\d-]+)"/g);
  const hours = { weekday: '1,2,3,4,5,6,7', from: '0:00', to: '24:00', first };
  await administrator.post(`${roster}/do/add`, { person: `${name}.${id}`, ...hours });
  return last(await page(administrator, roster), /\/roster\/shift\/([0-9a-f-]{36})/g);
}

/** Somebody without a name complains. Returns the id of the case. */
export async function complain(origin: string, administrator: Client): Promise<string> {
  const client = newClient(origin);
  await page(client, '/en/tell-us');
  await client.post('/en/tell-us', { kind: 'complaint', words: 'It took long.' });
  const inbox = await page(administrator, '/en/staff/reports');
  return last(inbox, /\/staff\/reports\/([0-9a-f-]{36})/g);
}
