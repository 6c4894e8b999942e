// Random acts of an author, readers and two moderators on the real thing, beside the rules of one post: what is visible
// is what the rules say, and never a text that nobody decided to show.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Act,
  advance,
  DECISIONS,
  type Decision,
  enter,
  type Post,
  underDecision,
  visibleText,
  waitsFor,
} from '#lib/domain/community/post.ts';
import { decideItem } from '#lib/usecases/moderator/decide-item.ts';
import { openItem } from '#lib/usecases/moderator/open-item.ts';
import { appealPost } from '#lib/usecases/visitor/group/appeal-post.ts';
import { deletePost } from '#lib/usecases/visitor/group/delete-post.ts';
import { editPost } from '#lib/usecases/visitor/group/edit-post.ts';
import { reportPost } from '#lib/usecases/visitor/group/report-post.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';
import { testDatabase } from '../../support/database.ts';
import { as, moderator, type Person, topic, visitor, wrote } from '../../support/grouped.ts';
import { contextOf, NOW, type TestPerson } from '../staff/people.ts';

const { db } = testDatabase({ connections: 8 });
const RUNS = process.env['HANDRAIL_NIGHTLY'] === '1' ? 300 : 12;

interface Model {
  /** Texts are named by the words themselves. */
  post: Post<string> | null;
  texts: number;
  readonly shown: Set<string>;
  /** Reported, looked at and shown again: one more report of this text hides nothing. */
  cleared: string | null;
}

interface Real {
  readonly moderators: readonly [TestPerson, TestPerson];
  readonly person: Person;
  readonly topicId: string;
  id: string;
  /** What a page that is still open names. */
  stale: string;
}

type Step = fc.AsyncCommand<Model, Real>;

const act = (model: Model, one: Act<string>): boolean => {
  const next = model.post && advance(model.post, one);
  if (!next?.ok) return false;
  model.post = next.value;
  return true;
};

async function expectSame(model: Model, real: Real): Promise<void> {
  const shown = (await viewTopic(contextOf(db), real.topicId, null))?.posts ?? [];
  const visible = model.post && visibleText(model.post);
  expect(shown.map(({ text }) => text)).toEqual(visible === null ? [] : [visible]);
  for (const { text } of shown) expect(model.shown.has(text)).toBe(true);
  const [own] = await viewMyPosts(real.person.post());
  const { post } = model;
  expect(own ?? null).toEqual(post && expect.objectContaining({ ...post }));
  const item = await db.groupItem.findUnique({ where: { postId: real.id } });
  expect(item?.kind ?? null).toBe(post && waitsFor(post));
}

const step = (
  name: string,
  does: (model: Model, real: Real) => Promise<void>,
  needs: (model: Model) => boolean = ({ post }) => post !== null,
): Step => ({
  check: needs,
  async run(model, real) {
    await does(model, real);
    await expectSame(model, real);
  },
  toString: () => name,
});

const write = step('write', writes, ({ post }) => post === null);
async function writes(model: Model, real: Real) {
  model.texts += 1;
  const text = `Text ${model.texts}`;
  real.id = await wrote(db, real.person, real.topicId, text);
  model.post = enter(text);
}

const edit = step('edit', async (model, real) => {
  model.texts += 1;
  const text = `Text ${model.texts}`;
  const done = await editPost(real.person.post(), { id: real.id, text, note: null });
  expect(done.ok).toBe(act(model, { act: 'edit', text }));
});

const report = step('report', async (model, real) => {
  const done = await reportPost(contextOf(db), { id: real.id, reason: 'unkind', words: '' });
  if (!done.ok && done.error === 'looked') expect(model.post?.text).toBe(model.cleared);
  else act(model, { act: 'report' });
});

const appeal = step('appeal', async (model, real) => {
  const done = await appealPost(real.person.post(), { id: real.id, words: '' });
  expect(done.ok).toBe(act(model, { act: 'appeal' }));
});

const remove = step('delete', async (model, real) => {
  await deletePost(real.person.post(), real.id);
  model.post = null;
});

/** The id of what waits, claimed by this moderator, and the name of the text that is on its page. */
async function claimAndRead(real: Real, who: 0 | 1) {
  const ctx = as(db, real.moderators[who]);
  const waits = await db.groupItem.findUnique({ where: { postId: real.id } });
  if (waits === null) return { ctx, id: real.topicId, seen: null };
  const data = { claimedBy: ctx.actor.id, claimedAt: new Date(NOW) };
  await db.groupItem.updateMany({ where: { id: waits.id }, data });
  const opened = await openItem(ctx, waits.id);
  return { ctx, id: waits.id, seen: opened === null || opened === 'taken' ? null : opened.seen };
}

function decided(model: Model, one: Act<string> & { readonly act: 'decide' }): boolean {
  const kind = model.post && waitsFor(model.post);
  if (!act(model, one)) return false;
  if (one.decision === 'show') model.shown.add(one.seen);
  const cleared = one.decision === 'show' && (kind === 'report' || kind === 'appeal');
  if (cleared) model.cleared = one.seen;
  return true;
}

/** Decides about what stands on the page; late: about what stood on one that was opened before. */
const decide = (decision: Decision, who: 0 | 1, late: boolean) =>
  step(`${late ? 'late ' : ''}${decision} by ${who}`, async (model, real) => {
    const { ctx, id, seen: fresh } = await claimAndRead(real, who);
    const seen = late || fresh === null ? real.stale : fresh;
    const reason = decision === 'show' ? null : 'names';
    const done = await decideItem(ctx, { id, decision, reason, note: null, seen });
    // The names of texts are the real thing's own: here only whether it is the one that waits.
    const about = model.post && seen === fresh ? underDecision(model.post) : 'another';
    expect(done.ok).toBe(decided(model, { act: 'decide', decision, seen: about, reason }));
    real.stale = seen;
  });

const decisions = fc
  .tuple(fc.constantFrom(...DECISIONS), fc.constantFrom(0, 1), fc.boolean())
  .map(([decision, who, late]) => decide(decision, who as 0 | 1, late));

it('the real thing shows what the rules of a post say, and nothing that nobody decided to show', async () => {
  const moderators = [await moderator(db), await moderator(db)] as const;
  const commands = fc.commands(
    [
      ...[write, edit, report, appeal, remove].map((one) => fc.constant(one)),
      ...[decisions, decisions, decisions],
    ],
    { maxCommands: 25, size: 'max' },
  );
  let made = 0;
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      const topicId = await topic(db, moderators[0]);
      const person = await visitor(db);
      const setup = () => ({
        model: { post: null, texts: 0, shown: new Set<string>(), cleared: null } as Model,
        real: { moderators, person, topicId, id: topicId, stale: 'a'.repeat(64) } as Real,
      });
      await fc.asyncModelRun(setup, all);
      made += await db.groupPost.count({ where: { topicId } });
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(made).toBeGreaterThan(0);
}, 600_000);
