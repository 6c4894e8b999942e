// Somebody has a whole dump of the database, and no key: who wrote which post for the group?
import { expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { authorTag } from '#lib/gateways/group-keys.ts';
import { mixGroup } from '#lib/usecases/system/mix-group.ts';
import { editPost } from '#lib/usecases/visitor/group/edit-post.ts';
import { testDatabase } from '../support/database.ts';
import { look, matched, type Seen } from '../support/dump.ts';
import { decided, moderator, type Person, topic, visitor, wrote } from '../support/grouped.ts';
import { contextOf, type TestPerson } from '../usecases/staff/people.ts';

const { db, worker, owner } = testDatabase({ connections: 8 });
const { secrets } = contextOf(db);
const AUTHORS = 120;
/** By chance one is matched; a few more are chance too. */
const MOST = 8;

const SIDES = ['subject.pathway_row', 'subject.own_record', 'subject.group_member'] as const;

/** The tables of people, by each order and number that stands on disk. */
async function people(): Promise<readonly (readonly Seen[])[]> {
  const steps = await look(owner, 'subject.transition', 'pathway_id', "step = 'community.posted'");
  const posted = `pathway_id IN (SELECT pathway_id FROM subject.transition WHERE step = 'community.posted')`;
  const others = SIDES.map((table) => look(owner, table, 'pathway_id', posted));
  return [steps, ...(await Promise.all(others))];
}

async function inOrder(side: 'steps' | 'voices'): Promise<readonly { readonly id: string }[]> {
  const read = {
    steps: "SELECT pathway_id AS id FROM subject.transition WHERE step = 'community.posted'",
    voices: "SELECT encode(author_tag, 'hex') AS id FROM subject.group_voice",
  };
  return (await owner.query<{ id: string }>(read[side])).rows;
}

interface Written {
  readonly id: string;
  readonly author: Person;
}

async function write(topicId: string, today: Day): Promise<readonly Written[]> {
  const authors: Person[] = [];
  for (let n = 0; n < AUTHORS; n += 1) authors.push(await visitor(db));
  const written: Written[] = [];
  for (const author of authors.toSorted(() => Math.random() - 0.5)) {
    written.push({ id: await wrote(db, author, topicId), author });
    if (written.length % 40 === 0) expect(await mixGroup({ db: worker, today })).toBe(true);
  }
  return written;
}

/** Decided in the order in which they came; some are changed by their authors meanwhile. */
async function goOn(who: TestPerson, written: readonly Written[]): Promise<void> {
  for (const [n, { id, author }] of written.entries()) {
    if (n % 6 === 0) await decided(db, who, id, { decision: 'show' });
    if (n % 6 === 3) await decided(db, who, id, { decision: 'hide', reason: 'names' });
    if (n % 5 === 0) await editPost(author.post(), { id, text: 'Changed.', note: null });
  }
}

const everyStep = async () =>
  (await owner.query('SELECT t::text FROM subject.transition t ORDER BY 1')).rows;

it('once the worker was there, no number and no order on disk says who wrote a post', async () => {
  const who = await moderator(db);
  const topicId = await topic(db, who);
  const { today } = contextOf(db);
  const written = await write(topicId, today);
  await goOn(who, written);
  const before = await everyStep();
  expect(await mixGroup({ db: worker, today })).toBe(true);
  expect(await mixGroup({ db: worker, today })).toBe(false);
  expect(await everyStep()).toEqual(before);

  const ofPost = new Map(written.map(({ id, author }) => [id, author.pathwayId]));
  const tagOf = ({ pathwayId }: Person) => authorTag(secrets, pathwayId, topicId).toString('hex');
  const ofVoice = new Map(written.map(({ author }) => [tagOf(author), author.pathwayId]));
  const posts = await look(owner, 'subject.group_post', 'id');
  const voices = await look(owner, 'subject.group_voice', "encode(author_tag, 'hex')");
  const items = await look(owner, 'ops.group_item', 'post_id');
  const numbers = new Set(posts.concat(voices, items).flatMap(({ xmin, xmax }) => [xmin, xmax]));
  numbers.delete(0);
  for (const side of await people()) {
    expect(side.filter(({ xmin, xmax }) => numbers.has(xmin) || numbers.has(xmax))).toEqual([]);
    expect(matched(posts, side, ofPost, ({ ctid }) => ctid)).toBeLessThan(MOST);
    expect(matched(voices, side, ofVoice, ({ ctid }) => ctid)).toBeLessThan(MOST);
  }
  // A plain dump is in this order.
  const [left, right] = [await inOrder('voices'), await inOrder('steps')];
  expect(left).toHaveLength(AUTHORS);
  expect(left.filter(({ id }, i) => ofVoice.get(id) === right[i]?.id).length).toBeLessThan(MOST);
}, 300_000);
