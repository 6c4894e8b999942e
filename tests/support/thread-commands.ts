// Everything that guides and a visitor can do to one thread, against a model of what the visitor can read.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { PathwayId, ThreadId } from '#lib/domain/basics/ids.ts';
import { openText } from '#lib/gateways/thread-keys.ts';
import { listMessages } from '#lib/store/threads.ts';
import { assignThread } from '#lib/usecases/guide/assign-thread.ts';
import { closeThread } from '#lib/usecases/guide/close-thread.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { saveDraft } from '#lib/usecases/guide/save-draft.ts';
import { takeBackReply } from '#lib/usecases/guide/take-back-reply.ts';
import { later, type TestPerson } from '../usecases/staff/people.ts';
import type { TestDatabase } from './database.ts';
import { draftOf, guideContext, settleLater, TEXT, write } from './guiding.ts';

/** What a visitor can read, what waits, and what was written: the whole truth about one thread. */
export interface Model {
  now: number;
  erased: boolean;
  state: 'open' | 'answered' | 'closed';
  readonly messages: { readonly from: 'visitor' | 'staff'; readonly text: string | null }[];
  pending: {
    readonly text: string;
    readonly by: number;
    readonly due: number;
    readonly seen: number;
  } | null;
  /** By guide. */
  readonly drafts: (string | null)[];
  assigned: number | null;
  written: number;
}

export const newModel = (): Model => ({
  now: 0,
  erased: false,
  state: 'open',
  messages: [{ from: 'visitor', text: TEXT }],
  pending: null,
  drafts: [null, null],
  assigned: null,
  written: 0,
});

export interface Real {
  readonly test: TestDatabase;
  readonly guides: readonly TestPerson[];
  readonly id: ThreadId;
  readonly key: Uint8Array;
  readonly pathwayId: PathwayId;
}

type Command = fc.AsyncCommand<Model, Real>;
const guideOf = ({ guides }: Real, n: number) => guides[n] as TestPerson;
const replying = (m: Model, r: Real, by: number) =>
  guideContext(r.test.db, guideOf(r, by), 'inbox:reply', m.now);

/** Ends with what is stored being what the model says. */
function command(name: string, act: (m: Model, r: Real) => Promise<void> | void): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(m, r) {
      await act(m, r);
      await expectSame(m, r);
    },
  };
}

/** A reply whose time has come is shown; written in between, a message waits for another. */
function settled(m: Model): void {
  const { pending } = m;
  if (pending === null || pending.due > m.now || m.erased) return;
  const between = m.messages.slice(pending.seen).some(({ from }) => from === 'visitor');
  m.messages.push({ from: 'staff', text: pending.text });
  if (m.state === 'open' && !between) m.state = 'answered';
  m.pending = null;
}

async function expectSame(m: Model, r: Real): Promise<void> {
  const { id, key, test } = r;
  const stored = (await listMessages(test.db, id)).map(({ author, sealed }) => ({
    from: author,
    text: openText(key, id, sealed),
  }));
  expect(stored).toEqual(m.erased ? [] : m.messages);
  const { rows } = await test.owner.query(
    `SELECT t.state, c.assigned_to, c.opened_at IS NOT NULL AS waits, c.promised_at IS NOT NULL AS promised,
       c.closed_on IS NOT NULL AS closed, (SELECT count(*)::int FROM ops.pending_reply p WHERE p.thread_id = t.id) AS held
     FROM subject.thread t JOIN ops.thread_clock c ON c.thread_id = t.id WHERE t.id = $1`,
    [id],
  );
  const open = m.state === 'open';
  const wanted = {
    ...{ state: m.state, waits: open, promised: open, closed: m.state === 'closed' },
    assigned_to: m.assigned === null ? null : guideOf(r, m.assigned).id,
    held: m.pending === null ? 0 : 1,
  };
  expect(rows).toEqual(m.erased ? [] : [wanted]);
}

const wait = (ms: number) =>
  command(`wait ${ms}`, (m) => {
    m.now += ms;
  });

const settle = command('two processes let go what is due', async (m, { test }) => {
  await Promise.all([settleLater(test.db, m.now), settleLater(test.db, m.now)]);
  settled(m);
});

const visitorWrites = command('the visitor writes', async (m, r) => {
  if (m.erased) return;
  m.written += 1;
  const text = `visitor ${m.written}`;
  const again = { now: later(m.now), promisedAt: later(m.now + 3_600_000) };
  await write(r.test.db, r, text, again);
  m.messages.push({ from: 'visitor', text });
  m.state = 'open';
});

const reply = (by: number, stale: boolean, override: boolean) =>
  command(`guide ${by} replies${stale ? ' to less' : ''}`, async (m, r) => {
    m.written += 1;
    const text = `guide ${by} ${m.written}`;
    const seen = m.messages.length - (stale ? 1 : 0);
    const ctx = replying(m, r, by);
    const post = () => replyToThread(ctx, { id: r.id, draft: draftOf(text), seen, override });
    const sent = await post();
    // The same form again, as a shaky network may.
    expect(await post()).toEqual(sent);
    if (m.erased) {
      expect(sent).toMatchObject({ error: { kind: 'gone' } });
      return;
    }
    const may = m.pending === null && !stale && m.state !== 'closed';
    // A colleague who is replying holds it up as well, unless one says so.
    expect(sent.ok).toBe(override ? may : sent.ok && may);
    if (sent.ok) m.pending = { text, by, due: m.now + 30_000, seen };
    m.drafts[by] = sent.ok ? null : text;
  });

const takeBack = (by: number) =>
  command(`guide ${by} takes it back`, async (m, r) => {
    const undone = await takeBackReply(replying(m, r, by), r.id);
    expect(undone.ok).toBe(!m.erased && m.pending?.by === by);
    if (!undone.ok || m.pending === null) return;
    m.drafts[by] = m.pending.text;
    m.pending = null;
  });

const draft = (by: number) =>
  command(`guide ${by} saves a draft`, async (m, r) => {
    m.written += 1;
    const text = `draft ${m.written}`;
    const seen = m.messages.length;
    await saveDraft(replying(m, r, by), { id: r.id, draft: draftOf(text), seen });
    if (!m.erased && m.pending?.by !== by) m.drafts[by] = text;
  });

const open = (by: number) =>
  command(`guide ${by} opens it`, async (m, r) => {
    settled(m);
    const ctx = guideContext(r.test.db, guideOf(r, by), 'inbox:read', m.now);
    const view = await openThread(ctx, r.id);
    const texts = view && {
      messages: view.messages.map(({ text }) => text),
      draft: view.draft?.text ?? null,
      pending: view.pending?.text ?? null,
    };
    expect(texts).toEqual(
      m.erased
        ? null
        : {
            messages: m.messages.map(({ text }) => text),
            draft: m.drafts[by] ?? null,
            pending: m.pending?.text ?? null,
          },
    );
  });

const handOver = (to: number | null) =>
  command(`hand it over to ${to}`, async (m, r) => {
    const id = to === null ? '' : guideOf(r, to).id;
    const given = await assignThread(replying(m, r, 0), { id: r.id, to: id, note: 'Over' });
    expect(given.ok).toBe(!m.erased);
    if (given.ok) m.assigned = to;
  });

const close = command('close it', async (m, r) => {
  const closed = await closeThread(replying(m, r, 0), { id: r.id, seen: m.messages.length });
  const may = m.state === 'answered' && m.pending === null;
  expect(closed.ok).toBe(!m.erased && (may || m.state === 'closed'));
  // Closed again, it stays with whom it was given to since.
  if (!closed.ok || m.state === 'closed') return;
  m.state = 'closed';
  m.assigned = null;
});

const erase = command('the visitor deletes it', async (m, r) => {
  await r.test.owner.query('SELECT subject.erase_messages($1)', [r.pathwayId]);
  m.erased = true;
});

const guide = fc.nat({ max: 1 });

const rightReply = guide.map((by) => reply(by, false, true));
const long = fc.constant(wait(31_000));

/** What makes a reply go out stands here more than once, so that it happens often; deleting ends most of it. */
export const THREAD_COMMANDS: fc.Arbitrary<Command>[] = [
  ...[rightReply, rightReply, rightReply],
  ...[fc.constant(visitorWrites), fc.constant(visitorWrites)],
  ...[fc.constant(settle), fc.constant(settle), fc.constant(settle)],
  ...[long, long, fc.constantFrom(1_000, 29_000).map(wait)],
  fc.tuple(guide, fc.boolean(), fc.boolean()).map((args) => reply(...args)),
  guide.map(takeBack),
  guide.map(draft),
  guide.map(open),
  fc.option(guide, { nil: null }).map(handOver),
  fc.constant(close),
  fc.constant(erase),
];
