// Everybody who could send a request, made as in life: through the pages, second factor and all.
import { type Client, newClient, target } from '../../support/client.ts';
import type { RunningServer } from '../../support/server.ts';
import { last, page } from './cast/read-page.ts';
import {
  complain,
  disable,
  emailOf,
  giveRole,
  hire,
  idOf,
  invite,
  join,
  openInvitation,
  PASSWORD,
  putOnRoster,
} from './cast/staff-people.ts';
import { comeBack, erased, leftOnShared, visit } from './cast/visitors.ts';
import { ownerUrl, withOwner } from './durable/own-server.ts';
import { itemOf, joinGroup, staffGroup, writeFor } from './group-people.ts';
import { DESK } from './staff-walk.ts';

/** Who is enough where a test asks for somebody who may, and somebody who may not. */
export const FEW = [
  'anonymous',
  'visitor',
  'guide',
  'moderator',
  'clinician',
  'researcher',
  'administrator',
  'desk',
  'disabled',
] as const;

export const PRINCIPALS = [
  ...FEW,
  'returned', // by a return code, on another device
  'erased', // with the cookie of a record that is gone
  'left on shared', // a shared device, after its 15 minutes
  'desk elsewhere', // of another service
  'two roles', // clinician and researcher
  'demoted', // signed in as an administrator, a researcher since
  'half signed in', // gave the password, and a wrong code
  'not enrolled', // opened the invitation and gave no second factor
  'signed out', // with a copy of the cookie
  'idle', // for more than 30 minutes
  'too long', // signed in for more than 8 hours
  'forged', // the cookies of others, one character changed
] as const;
export type Principal = (typeof PRINCIPALS)[number];
type Clients<P extends Principal> = Readonly<Record<P, Client>>;

/** What stands in the addresses of this run's own things. */
export interface Ids {
  readonly thread: string;
  readonly reply: string;
  readonly draft: string;
  readonly policy: string;
  readonly service: string;
  readonly person: string;
  readonly invitation: string;
  readonly shift: string;
  readonly report: string;
  readonly trial: string;
  /** Of the group: what somebody wrote, and what waits of it. */
  readonly post: string;
  readonly item: string;
}

export interface Cast {
  readonly clients: Clients<(typeof FEW)[number]>;
  readonly ids: Ids;
  /** Of the administrator's authenticator app. */
  readonly administratorSecret: string;
}

/** A copy that sees the same cookies and keeps none of the answers: a call with it changes nobody. */
export function copyOf(client: Client, origin: string): Client {
  const copy = newClient(origin);
  for (const [name, value] of client.cookies) copy.cookies.set(name, value);
  return copy;
}

export async function makePrincipals(server: RunningServer): Promise<Cast> {
  const { origin, dataFolder } = server;
  const url = ownerUrl(dataFolder);
  const administrator = newClient(origin);
  const administratorSecret = await join(administrator, server.setUpAddress ?? '', 'administrator');
  const member = (name: string) => hire(administrator, origin, { name, role: name });
  const guide = await member('guide');
  const moderator = await member('moderator');
  const clinician = await member('clinician');
  const researcher = await member('researcher');
  const desk = await member('desk');
  const disabled = await hire(administrator, origin, { name: 'disabled', role: 'guide' });
  const person = await idOf(administrator, 'disabled');
  await disable(administrator, 'disabled');
  const visitor = await visit(origin);
  const thread = last(await page(guide, '/en/staff/inbox'), /\/staff\/inbox\/([0-9a-f-]{36})/g);
  const reply = last(await page(guide, '/en/staff/replies'), /\/staff\/replies\/([0-9a-f-]{36})/g);
  const overview = await page(clinician, '/en/staff/policy');
  const policy = last(overview, /\/staff\/policy\/version\/([0-9a-f]{64})/g);
  const started = await clinician.post('/en/staff/policy/do/draft', { from: policy });
  const draft = target(started).split('/').at(-1) ?? '';
  const trials = '/en/staff/research/trials';
  await page(researcher, trials);
  const compared = await researcher.post(`${trials}/do/draft`, { from: 'plan-or-page' });
  const trial = target(compared).split('/').at(-1) ?? '';
  const newcomer = await invite(administrator, { name: 'newcomer', role: 'guide' });
  const invitation = newcomer.split('/').at(-1) ?? '';
  const shift = await putOnRoster(administrator, 'guide');
  const report = await complain(origin, administrator);
  await staffGroup(url);
  const post = await writeFor(await joinGroup(server), 'A few words for the group.');
  const item = await itemOf(url, post);
  const clients = { anonymous: newClient(origin), visitor, guide, moderator, clinician };
  return {
    clients: { ...clients, researcher, desk, administrator, disabled },
    ids: {
      ...{ thread, reply, draft, policy, service: DESK, person, invitation },
      ...{ shift, report, trial, post, item },
    },
    administratorSecret,
  };
}

/** The others, whom one would have to be told apart from these. */
export async function makeEverybody(
  server: RunningServer,
  { clients }: Cast,
): Promise<Clients<Principal>> {
  const { origin, dataFolder } = server;
  const { administrator, visitor } = clients;
  const member = (name: string, role: string, service?: string) =>
    hire(administrator, origin, { name, role, ...(service === undefined ? {} : { service }) });
  const idle = await member('idle', 'administrator');
  const tooLong = await member('too-long', 'administrator');
  await withOwner(ownerUrl(dataFolder), async (db) => {
    const past = (column: string, time: string, name: string) =>
      db.query(
        `UPDATE ops.staff_session SET ${column} = now() - $1::interval
         WHERE staff_id = (SELECT id FROM ops.staff WHERE email = $2)`,
        [time, emailOf(name)],
      );
    await past('last_seen_at', '31 minutes', 'idle');
    await past('created_at', '8 hours 1 minute', 'too-long');
  });
  const signedOut = await member('signed-out', 'administrator');
  await page(signedOut, '/en/staff');
  const out = copyOf(signedOut, origin);
  await out.post('/en/staff/sign-out', {}, signedOut.token());
  const demoted = await member('demoted', 'administrator');
  await giveRole(administrator, 'demoted', 'researcher');
  const notEnrolled = newClient(origin);
  const address = await invite(administrator, { name: 'not-enrolled', role: 'administrator' });
  await (await openInvitation(notEnrolled, address, 'not-enrolled')).accept('000000');
  const halfSignedIn = newClient(origin);
  await page(halfSignedIn, '/en/staff/sign-in');
  const typed = { email: emailOf('guide'), password: PASSWORD, code: '000000' };
  await halfSignedIn.post('/en/staff/sign-in/do/enter', typed);
  const twoRoles = await member('two-roles', 'clinician,researcher');
  return {
    ...clients,
    returned: await comeBack(origin, visitor),
    erased: await erased(origin),
    'left on shared': leftOnShared(server, visitor),
    'desk elsewhere': await member('desk-elsewhere', 'desk', ELSEWHERE),
    'two roles': twoRoles,
    demoted,
    'half signed in': halfSignedIn,
    'not enrolled': notEnrolled,
    'signed out': signedOut,
    idle,
    'too long': tooLong,
    forged: forgedFrom(origin, [administrator, visitor]),
  };
}

const ELSEWHERE = 'pretend-park-hospital';

/** The cookies of others with the tenth last character changed: sealed, so that it must show. */
function forgedFrom(origin: string, others: readonly Client[]): Client {
  const forged = newClient(origin);
  for (const [name, value] of others.flatMap(({ cookies }) => [...cookies])) {
    const changed = value.at(-10) === 'A' ? 'B' : 'A';
    forged.cookies.set(name, value.slice(0, -10) + changed + value.slice(-9));
  }
  return forged;
}
