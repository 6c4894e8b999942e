// Everybody who could send a request, made as in life: through the pages, second factor and all.
import { Secret, TOTP } from 'otpauth';
import { type Client, newClient, screen, target } from '../../support/client.ts';
import { inParallel } from '../../support/in-parallel.ts';
import type { RunningServer } from '../../support/server.ts';

export const PRINCIPALS = [
  'anonymous',
  'visitor',
  'guide',
  'clinician',
  'researcher',
  'administrator',
  'desk',
  'disabled',
] as const;
export type Principal = (typeof PRINCIPALS)[number];

/** What stands in the addresses of this run's own things. */
export interface Ids {
  readonly thread: string;
  readonly draft: string;
  readonly policy: string;
  readonly service: string;
  readonly person: string;
  readonly invitation: string;
}

export interface Cast {
  readonly clients: Readonly<Record<Principal, Client>>;
  readonly ids: Ids;
  /** Of the administrator's authenticator app. */
  readonly administratorSecret: string;
}

/** What the visitor writes to the guides: nobody else may ever be sent it. */
export const WRITTEN = 'Only a guide may read these words.';

const PASSWORD = 'a phrase of several words';
/** The service whose desk the one at a desk is at. */
const DESK = 'example-street-clinic';

/** A copy that sees the same cookies and keeps none of the answers: a call with it changes nobody. */
export function copyOf(client: Client, origin: string): Client {
  const copy = newClient(origin);
  for (const [name, value] of client.cookies) copy.cookies.set(name, value);
  return copy;
}

export async function makePrincipals(server: RunningServer): Promise<Cast> {
  const { origin } = server;
  const administrator = newClient(origin);
  const administratorSecret = await join(administrator, server.setUpAddress ?? '', 'administrator');
  const member = async (name: Principal, role: string) => {
    const client = newClient(origin);
    await join(client, await invite(administrator, name, role), name);
    return client;
  };
  const guide = await member('guide', 'guide');
  const clinician = await member('clinician', 'clinician');
  const researcher = await member('researcher', 'researcher');
  const desk = await member('desk', 'desk');
  const disabled = await member('disabled', 'guide');
  const person = await idOf(administrator, 'disabled');
  await administrator.post('/en/staff/admin/people/do/disable', { id: person });
  const visitor = await visit(origin);
  const service = DESK;
  const thread = last(await page(guide, '/en/staff/inbox'), /\/staff\/inbox\/([0-9a-f-]{36})/g);
  const overview = await page(clinician, '/en/staff/policy');
  const policy = last(overview, /\/staff\/policy\/version\/([0-9a-f]{64})/g);
  const started = await clinician.post('/en/staff/policy/do/draft', { from: policy });
  const draft = target(started).split('/').at(-1) ?? '';
  const invitation = (await invite(administrator, 'newcomer', 'guide')).split('/').at(-1) ?? '';
  const clients = { anonymous: newClient(origin), visitor, guide, clinician, researcher, desk };
  return {
    clients: { ...clients, administrator, disabled },
    ids: { thread, draft, policy, service, person, invitation },
    administratorSecret,
  };
}

/** Opens an invitation and accepts it, as the person would with an authenticator app. */
async function join(client: Client, address: string, name: string): Promise<string> {
  const path = new URL(address).pathname;
  const html = await page(client, path);
  const sealed = last(html, /name="sealed"[^>]*value="([^"]+)"/g);
  const typed = last(html, /((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/g);
  const secret = Secret.fromBase32(typed.replaceAll(' ', ''));
  const code = new TOTP({ secret }).generate();
  const email = `${name}@handrail.test`;
  const fields = { sealed, name, email, password: PASSWORD, code };
  const joined = await client.post(`${path}/do/accept`, fields);
  if (!target(joined).endsWith('/staff')) throw new Error(`${name} could not join`);
  return secret.base32;
}

async function invite(administrator: Client, name: string, role: string): Promise<string> {
  await page(administrator, '/en/staff/admin/people/invite');
  const email = `${name}@handrail.test`;
  const fields = { name, email, roles: role, languages: 'en', service: DESK };
  await administrator.post('/en/staff/admin/people/do/invite', fields);
  const html = await page(administrator, '/en/staff/admin/people');
  return last(html, /(http:[^\s"<]+\/invitation\/[\w-]+)/g);
}

async function idOf(administrator: Client, name: string): Promise<string> {
  const html = await page(administrator, '/en/staff/admin/people');
  const row = html.split('<tr').find((part) => part.includes(`${name}@handrail.test`)) ?? '';
  return last(row, /\/staff\/admin\/people\/([0-9a-f-]{36})/g);
}

/** A whole check, a chosen step, a return code and a message to the guides. */
async function visit(origin: string): Promise<Client> {
  const visitor = newClient(origin);
  await screen(visitor, { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0, 1], research: true });
  await visitor.post('/en/next', { step: 'guidance' });
  await page(visitor, '/en/message');
  await visitor.post('/en/message', { text: WRITTEN });
  return visitor;
}

/** As many people with research consent as the funnel needs before it shows (decision D15). */
export async function makeStudy(origin: string): Promise<void> {
  const people = Array.from({ length: 50 }, () => newClient(origin));
  await inParallel(people, 8, async (client) => {
    await client.get('/en/check');
    await client.post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
    await client.get('/en/check/research');
    await client.post('/en/check/research', { research: 'yes' });
  });
}

async function page(client: Client, path: string): Promise<string> {
  const { status, body } = await client.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return body;
}

function last(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(pattern)].at(-1)?.[1];
  if (!found) throw new Error(`The page holds nothing like ${pattern}`);
  return found;
}
