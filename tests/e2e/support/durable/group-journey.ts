// A post for the group, from joining to taking it back, one post of a form after another.
import { target } from '../../../support/client.ts';
import { decideAll, TOPIC } from '../group-people.ts';
import type { Poster } from './posts.ts';

/** The steps that this way records, in order. */
export const GROUP_RECORDED = ['community.joined', 'community.posted', 'community.left'] as const;

interface Words {
  readonly post: string;
  readonly change: string;
  readonly report: string;
  readonly appeal: string;
}

const WORDS: Words = {
  post: 'Evenings are long for me.',
  change: 'Evenings are long, and I walk.',
  report: 'Please look at it.',
  appeal: 'It is about walking.',
};

const NEW = `/en/group/${TOPIC}/new`;
const MINE = '/en/group/my-posts';

/** Needs a return code, a first visit of days ago, and moderators at work. Returns the id of the post that stays. */
export async function groupWithPosts(
  { client, post }: Pick<Poster, 'client' | 'post'>,
  url: string,
  words: Words = WORDS,
): Promise<string> {
  const idOf = async () => {
    const { body } = await client.get(MINE);
    return /\/group\/my-posts\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
  };
  await post('/en/group', { act: 'join' });
  await post('/en/group', { act: 'away' });
  await post(NEW, { step: 'look', text: words.post, note: '' });
  await post(NEW, { step: 'send', text: words.post, note: '' });
  const id = await idOf();
  await decideAll(url, 'show');
  await post(`${MINE}/${id}`, { step: 'send', text: words.change, note: 'death' });
  await post(`/en/group/report/${id}`, { reason: 'unkind', words: words.report });
  await decideAll(url, 'hide');
  await post(MINE, { act: 'appeal', id, [`words-${id}`]: words.appeal });
  await post(MINE, { act: 'delete', id });
  await post(NEW, { step: 'send', text: `${words.post} Once more.`, note: '' });
  await post('/en/group', { act: 'leave' });
  const left = await client.get('/en/group');
  if (left.status !== 200) throw new Error(`led to ${target(left)}`);
  return idOf();
}
