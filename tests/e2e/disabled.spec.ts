// Somebody is disabled while twenty of their requests are under way: each had its whole effect before, or none.
import { expect, test } from '@playwright/test';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { type Answer, type Client, target } from '../support/client.ts';
import { inParallel } from '../support/in-parallel.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { page } from './support/cast/read-page.ts';
import { hire, idOf } from './support/cast/staff-people.ts';
import { visit } from './support/cast/visitors.ts';
import { expectWhole } from './support/durable/invariants.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { type Cast, makePrincipals } from './support/principals.ts';
import { type SlowPost, slowPost } from './support/slow-post.ts';
import { newVisitCode } from './support/visit-code.ts';

test.describe.configure({ mode: 'default' });

const PEOPLE = '/en/staff/admin/people';
const SIGN_IN = '/en/staff/sign-in';
const REQUESTS = 20;
/** Long enough for the heads of the slow ones to be read, and who sends them with it. */
const HEADS_READ_MS = 500;

let server: RunningServer;
let cast: Cast;

test.beforeAll(async () => {
  server = await startServer();
  cast = await makePrincipals(server);
});
test.afterAll(() => server?.stop());

interface Act {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What the log says of it. */
  readonly action: string;
}
const act = (path: string, action: string, fields: Act['fields'] = {}): Act => ({
  path: `/en/staff${path}`,
  action,
  fields,
});
const times = <T>(most: number, make: (place: number) => T): T[] =>
  Array.from({ length: most }, (_, place) => make(place));

interface Done {
  readonly act: Act;
  readonly answer: Answer;
}

/**
 * Half of the posts are slow and end after the disabling was acknowledged; the others are sent in the moment
 * of it, and one is answered before. Every form has a token of its own, as if each stood on a page of its own.
 */
async function disableAmid(
  client: Client,
  name: string,
  acts: readonly Act[],
): Promise<readonly Done[]> {
  expect(acts.length).toBe(REQUESTS);
  const { administrator } = cast.clients;
  const forms: { readonly act: Act; readonly body: string }[] = [];
  for (const one of acts) {
    await page(client, '/en/staff');
    const body = new URLSearchParams({ ...one.fields, _form: client.token() }).toString();
    forms.push({ act: one, body });
  }
  const id = await idOf(administrator, name);
  const [slow, fast] = [forms.filter((_, i) => i % 2 === 0), forms.filter((_, i) => i % 2 === 1)];
  const held: (SlowPost & { readonly act: Act })[] = slow.map(({ act, body }) => ({
    act,
    ...slowPost(client, server.origin, { path: act.path, body }),
  }));
  await new Promise((resolve) => setTimeout(resolve, HEADS_READ_MS));
  const before = fast.slice(0, 5).map((form) => send(client, form));
  await Promise.any(before);
  // Whatever was promised with them at work: the page told of it, and this says so.
  const disabled = administrator.post(`${PEOPLE}/do/disable`, { id, told: '100' });
  const amid = fast.slice(5).map((form) => send(client, form));
  expect(target(await disabled)).toBe(PEOPLE);
  const late = await Promise.all(
    held.map(async ({ act, finish }) => ({ act, answer: await finish() })),
  );
  for (const { act, answer } of late) expect(ledTo(answer), act.path).toBe(SIGN_IN);
  return [...(await Promise.all([...before, ...amid])), ...late];
}

async function send(
  client: Client,
  { act, body }: { readonly act: Act; readonly body: string },
): Promise<Done> {
  const headers = {
    origin: server.origin,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return { act, answer: await client.send('POST', act.path, { headers, body }) };
}

const ledTo = (answer: Answer) => (answer.status === 303 ? target(answer) : `${answer.status}`);

/**
 * An answer that is no sign-in is one line of the log, of that act and before the disabling; and there is no
 * other of theirs since `from`.
 */
async function expectAllOrNothing(
  name: string,
  from: number,
  done: readonly Done[],
): Promise<(action: string) => number> {
  const rows = await withOwner(ownerUrl(server.dataFolder), async (db) => {
    const found = await db.query<{ seq: number; action: string }>(
      `SELECT a.seq::int, a.action FROM ops.audit_entry a JOIN ops.staff s
         ON a.actor = 'staff:' || s.id OR (a.subject = s.id::text AND a.action = 'staff.disabled')
       WHERE s.name = $1 AND a.seq > $2 ORDER BY a.seq`,
      [name, from],
    );
    return found.rows;
  });
  expect(rows.at(-1)?.action, 'nothing comes after it').toBe('staff.disabled');
  const acted = rows.slice(0, -1).map(({ action }) => action);
  for (const { answer } of done) expect(answer.status).toBe(303);
  const answered = done
    .filter(({ answer }) => ledTo(answer) !== SIGN_IN)
    .map(({ act }) => act.action);
  expect(acted.sort()).toEqual(answered.sort());
  expect(answered.length).toBeGreaterThan(0);
  console.log(`${name}: ${answered.length} of ${done.length} before, the rest without effect`);
  await expectWhole(ownerUrl(server.dataFolder));
  return (action: string) => acted.filter((one) => one === action).length;
}

const query = (sql: string, values: readonly unknown[] = []) =>
  withOwner(ownerUrl(server.dataFolder), async (db) => (await db.query(sql, [...values])).rows);
const countOf = async (sql: string, values: readonly unknown[] = []) =>
  Number((await query(`SELECT count(*)::int AS n ${sql}`, values))[0]?.['n']);
const lastEntry = async () =>
  Number((await query('SELECT coalesce(max(seq), 0)::int AS n FROM ops.audit_entry'))[0]?.['n']);

test('a clinician who is disabled amid 20 posts', async () => {
  const { administrator, clinician } = cast.clients;
  const cleo = await hire(administrator, server.origin, { name: 'cleo', role: 'clinician' });
  const versions: string[] = [];
  for (let place = 0; place < 6; place += 1) versions.push(await propose(cleo, place));
  const drafts: string[] = [];
  for (let place = 0; place < 6; place += 1) drafts.push(await startDraft(clinician));
  const live = cast.ids.policy;
  const from = await lastEntry();
  const done = await disableAmid(clinician, 'clinician', [
    ...versions.map((path) =>
      act(`${path}/do/approve`, 'policy.approved', { live, note: 'Read.' }),
    ),
    ...drafts.map((path) => act(`${path}/do/save`, 'policy.drafted', SAVED)),
    ...times(4, (i) => act(`${versions[i]}/do/comment`, 'policy.commented', { comment: `${i}` })),
    ...times(2, () => act('/policy/do/draft', 'policy.drafted', { from: 'live' })),
    ...SERVICES.map((service) => act('/services/do/pause', 'service.paused', { service })),
  ]);
  const acted = await expectAllOrNothing('clinician', from, done);
  const by = `WHERE staff_id = (SELECT id FROM ops.staff WHERE name = 'clinician')`;
  expect(await countOf(`FROM ops.policy_approval ${by}`)).toBe(acted('policy.approved'));
  expect(await countOf(`FROM ops.policy_comment ${by}`)).toBe(acted('policy.commented'));
  const mine = `FROM ops.policy_draft d JOIN ops.staff s ON s.id = d.author_id WHERE s.name = 'clinician'`;
  const saved = await countOf(`${mine} AND document->>'name' = $1`, [SAVED.name]);
  // One draft of the walk, and the six.
  const started = (await countOf(mine)) - 7;
  expect(saved + started).toBe(acted('policy.drafted'));
});

const SERVICES = ['placeholder-walk-in', 'invented-bridge-practice'];
const SAVED = {
  ...{ revision: '1', do: 'check', name: 'Saved amid it', recheck: '21', source: '' },
  ...{ tables: 'phq-9', 'tier-otherwise': 'face_to_face' },
  ...{ 'from-phq-9-0': '0', 'to-phq-9-0': '27', 'tier-phq-9-0': 'face_to_face' },
};

async function startDraft(client: Client, from = 'live'): Promise<string> {
  await page(client, '/en/staff/policy');
  const started = await client.post('/en/staff/policy/do/draft', { from });
  return target(started).replace('/en/staff', '');
}

/** A version by somebody else, for the one who will be disabled to approve. */
async function propose(client: Client, place: number): Promise<string> {
  const draft = await startDraft(client, PRESETS[1 + (place % 2)]?.id);
  const fields = { revision: '1', reason: `Reason ${place}.`, lower: 'None.' };
  const proposed = await client.post(`/en/staff${draft}/do/propose`, fields);
  expect(target(proposed)).toMatch(/\/version\/[0-9a-f]{64}$/);
  return target(proposed).replace('/en/staff', '');
}

const said = (seen: number) => ({ text: 'We have read it.', step: 'plan', seen: `${seen}` });
const THREADS = 'SELECT id FROM subject.thread ORDER BY id';

test('a guide who is disabled amid 20 posts', async () => {
  const { administrator, guide } = cast.clients;
  // Guidance stays open while there is another guide.
  await hire(administrator, server.origin, { name: 'gus', role: 'guide' });
  await inParallel(
    times(REQUESTS - 1, (i) => i),
    4,
    () => visit(server.origin),
  );
  const threads = (await query(THREADS)).map(({ id }) => `/inbox/${id}`);
  const [open, answered] = [threads.slice(0, 10), threads.slice(10)];
  for (const path of answered) {
    await page(guide, `/en/staff${path}`);
    const replied = await guide.post(`/en/staff${path}/do/reply`, said(1));
    expect(target(replied)).toBe(`/en/staff${path}`);
  }
  // As half a minute later.
  await query('UPDATE ops.pending_reply SET due_at = now()');
  for (const path of answered) await page(guide, `/en/staff${path}`);
  const from = await lastEntry();
  const done = await disableAmid(guide, 'guide', [
    ...open.map((path) => act(`${path}/do/reply`, 'thread.held', said(1))),
    ...answered
      .slice(0, 5)
      .map((path) => act(`${path}/do/reply`, 'thread.held', { ...said(2), text: 'Once more.' })),
    ...answered.slice(5).map((path) => act(`${path}/do/close`, 'thread.closed', { seen: '2' })),
  ]);
  const acted = await expectAllOrNothing('guide', from, done);
  const by = `JOIN ops.staff s ON s.id = staff_id WHERE s.name = 'guide'`;
  const held = await countOf(`FROM ops.pending_reply ${by}`);
  // What was held half a minute ago is a note by now: nothing of a disabled person's goes out.
  const withheld = await countOf(`FROM subject.thread_note ${by} AND kind = 'withheld'`);
  expect(held + withheld).toBe(acted('thread.held'));
  expect(await countOf(`FROM subject.message ${by}`)).toBe(answered.length);
  const closed = await countOf(`FROM subject.thread WHERE state = 'closed'`);
  expect(closed).toBe(acted('thread.closed'));
});

test('a desk that is disabled amid 20 posts', async () => {
  const { desk } = cast.clients;
  const codes: string[] = [];
  for (let n = 0; n < 18; n += 1) codes.push(await newVisitCode(server, 13));
  const from = await lastEntry();
  const today = isoDate(Math.floor(Date.now() / 86_400_000) as Day);
  const how = { mode: 'in_person', day: today };
  const done = await disableAmid(desk, 'desk', [
    ...codes.slice(0, 14).map((code) => act('/desk/do/record', 'visit.recorded', { ...how, code })),
    ...codes.slice(14).map((lines) => act('/desk/do/enter', 'visit.recorded', { ...how, lines })),
    ...times(2, () => act('/desk/do/record', 'visit.refused', { ...how, code: '000 000 000' })),
  ]);
  const acted = await expectAllOrNothing('desk', from, done);
  const recorded = acted('visit.recorded');
  expect(await countOf(`FROM subject.visit_code WHERE state = 'redeemed'`)).toBe(recorded);
  const steps = `FROM subject.transition WHERE step = 'attendance.recorded'`;
  expect(await countOf(steps)).toBe(recorded);
});
