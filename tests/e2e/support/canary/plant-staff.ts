// The staff's day beside the visitor's way, with a canary in everything that can be sent.
import { expect } from '@playwright/test';
import { type Answer, type Client, target } from '../../../support/client.ts';
import type { RunningServer } from '../../../support/server.ts';
import { withOwner } from '../durable/own-server.ts';
import type { Canaries } from './canaries.ts';
import { KEPT, plantedClient, TYPED } from './plant.ts';
import { invite, join, openInvitation } from './staff-account.ts';

export interface StaffDay {
  readonly held: Canaries;
  readonly files: readonly Answer[];
}

/**
 * Wrong and right sign-ins, an account that fails to be made, an answer to the visitor, their visit at the desk,
 * every download.
 */
export async function plantStaff(
  server: RunningServer,
  url: string,
  visitCode: string,
): Promise<StaffDay> {
  const { origin } = server;
  const address = server.setUpAddress ?? '';
  const stranger = plantedClient(origin);
  await stranger.get('/en/staff/sign-in');
  const tried = { email: TYPED.triedEmail, password: TYPED.triedPassword, code: '123456' };
  await stranger.post('/en/staff/sign-in/do/enter', tried);
  await withOwner(url, (db) =>
    db.query(`ALTER TABLE ops.staff ADD CONSTRAINT refuse CHECK (roles = '{}') NOT VALID`),
  );
  const refused = { name: TYPED.failedName, email: TYPED.failedEmail, password: TYPED.password };
  const invitation = await openInvitation(plantedClient(origin), address, refused);
  expect((await invitation.post()).status).toBe(500);
  await withOwner(url, (db) => db.query('ALTER TABLE ops.staff DROP CONSTRAINT refuse'));
  const administrator = plantedClient(origin);
  const account = { name: KEPT.staffName, email: KEPT.staffEmail, password: TYPED.password };
  const secret = await join(administrator, address, account);
  const member = async (role: string) => {
    const person = { name: role, email: `${role}@handrail.test` };
    const to = await invite(administrator, person, role);
    const client = plantedClient(origin);
    await join(client, to, { ...person, password: TYPED.password });
    return client;
  };
  await reply(await member('guide'), url);
  await keepNote(await member('moderator'));
  const spoken = visitCode.toLowerCase().replace(/(.{3})(?=.)/g, '$1-');
  await withOwner(url, (db) => db.query('UPDATE ops.visit_clock SET issued_at = NULL'));
  await recordVisit(await member('desk'), spoken);
  const researcher = await member('researcher');
  return {
    held: {
      spokenVisitCode: spoken,
      totpSecret: secret,
      failedTotpSecret: invitation.secret,
      invitationToken: address.split('/').at(-1) ?? '',
      staffCookie: administrator.cookies.get('staff') ?? '',
    },
    files: await download(researcher, administrator),
  };
}

/** A draft, a note, a handover, an answer that is taken back, and one that goes out. */
async function reply(guide: Client, url: string): Promise<void> {
  const inbox = await guide.get('/en/staff/inbox');
  const path = /\/en\/staff\/inbox\/[0-9a-f-]{36}/.exec(inbox.body)?.[0] ?? '';
  const thread = await guide.get(path);
  expect(thread.body).toContain(TYPED.messageName);
  const seen = /name="seen"[^>]*value="(\d+)"/.exec(thread.body)?.[1] ?? '0';
  const send = async (verb: string, fields: Readonly<Record<string, string>>) => {
    await guide.get(path);
    return guide.post(`${path}/do/${verb}`, { seen, step: 'plan', ...fields });
  };
  await send('draft', { text: TYPED.draft });
  await send('note', { note: TYPED.note });
  await send('assign', { guide: '', handover: TYPED.handover });
  await send('reply', { text: `${TYPED.longReply} `.repeat(200) });
  expect((await guide.get(path)).body).toContain(TYPED.longReply);
  await send('reply', { text: TYPED.takenBack });
  await send('undo', {});
  const sent = await send('reply', { text: TYPED.reply });
  expect(target(sent)).toBe(path);
  expect((await guide.get(path)).body).toContain(TYPED.reply);
  await withOwner(url, (db) => db.query('UPDATE ops.pending_reply SET due_at = now()'));
  await guide.get(path);
}

/** What a moderator writes for themselves at the end of a shift. */
async function keepNote(moderator: Client): Promise<void> {
  await moderator.get('/en/staff/handover');
  await moderator.post('/en/staff/handover/do/keep', { note: TYPED.ownNote });
  expect((await moderator.get('/en/staff/handover')).body).toContain(TYPED.ownNote);
}

/** Wrong codes, then the visitor's own as somebody reads it out, and a paper sheet with a line that is none. */
async function recordVisit(desk: Client, spoken: string): Promise<void> {
  for (const [code, leads] of [
    [TYPED.deskTyped, '/en/staff/desk'],
    [TYPED.wrongCode, '/en/staff/desk'],
    [spoken, '/en/staff/desk/done'],
  ] as const) {
    await desk.get('/en/staff/desk');
    const sent = await desk.post('/en/staff/desk/do/record', { code, mode: 'in_person' });
    expect(target(sent)).toBe(leads);
  }
  const { body } = await desk.get('/en/staff/desk/enter');
  const day = /<option[^>]*value="([\d-]+)"/.exec(body)?.[1] ?? '';
  const lines = `${TYPED.deskLine}\n${spoken}`;
  await desk.post('/en/staff/desk/do/enter', { lines, mode: 'phone', day });
  expect((await desk.get('/en/staff/desk/enter')).body).toContain(spoken);
}

async function download(researcher: Client, administrator: Client): Promise<readonly Answer[]> {
  await researcher.get('/en/staff/research/export');
  const study = { name: 'canary', about: KEPT.purpose };
  await researcher.post('/en/staff/research/export/do/add-study', study);
  const codebook = await researcher.post('/en/staff/research/do/codebook', {});
  expect(codebook.headers['content-type']).toMatch(/^text\/csv/);
  return [
    codebook,
    // The page of packages says on purpose what a study is about.
    await researcher.get('/en/staff/research/dictionary'),
    await researcher.get('/en/staff/research/funnel/csv'),
    await administrator.get('/metrics'),
  ];
}
