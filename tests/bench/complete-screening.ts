import { type Client, target } from '../support/client.ts';

const ANSWERS = [1, 2, 1, 2, 0, 1, 1, 0, 0, 1];

/** All questions on one page, or one on each. */
export type Mode = 'all' | 'one';

/** A visit from "Before you start" to the result, by a fixed request list; redirects are not followed, the next line of the list is sent. */
export async function completeScreening(
  client: Client,
  mode: Mode,
  seen?: (line: string) => void,
): Promise<void> {
  const get = async (path: string) => {
    const answer = await client.get(`/en${path}`);
    seen?.(`GET ${path} → ${answer.status}, ${answer.body.length} B`);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status}`);
  };
  const post = async (path: string, fields: Record<string, string>, next: string) => {
    const answer = await client.post(`/en${path}`, fields);
    seen?.(`POST ${path} → ${answer.status} ${next}`);
    if (target(answer) !== `/en${next}`)
      throw new Error(`POST ${path}: ${answer.status} ${target(answer)}`);
  };
  await get('/check');
  await post('/check', { device: 'private', age: 'adult', self: 'yes' }, '/check/research');
  await get('/check/research');
  await post('/check/research', { research: 'yes' }, '/check/care');
  await get('/check/care');
  await post('/check/care', { care: 'none', signs: 'none' }, '/check/1');
  if (mode === 'all') {
    await get('/check/all');
    const answers = Object.fromEntries(ANSWERS.map((a, i) => [`q${i + 1}`, String(a)]));
    await post('/check/all', answers, '/check/likely');
  } else {
    for (const [i, a] of ANSWERS.entries()) {
      await get(`/check/${i + 1}`);
      const next = i === 9 ? '/check/likely' : `/check/${i + 2}`;
      await post(`/check/${i + 1}`, { answer: String(a) }, next);
    }
  }
  await get('/check/likely');
  await post('/check/likely', { strength: '5' }, '/next');
  await get('/next');
}
