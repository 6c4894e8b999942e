// A visitor who chose a step keeps the code and makes a plan, page by page.
import { type Client, target } from './client.ts';

/** Types the end of the code back. Returns the 20 digits. */
export async function keepCode(client: Client, locale: string): Promise<string> {
  const { body } = await client.get(`${locale}/plan/keep`);
  const digits = (/data-text="([\d ]+)"/.exec(body)?.[1] ?? '').replaceAll(' ', '');
  await client.get(`${locale}/plan/keep/check`);
  const sent = await client.post(`${locale}/plan/keep/check`, { last4: digits.slice(-4) });
  if (target(sent) !== `${locale}/next/likely`) throw new Error(`led to ${target(sent)}`);
  return digits;
}

export const PLAN_POSTS = [
  ['/plan', { day: 'tomorrow', date: '', minute: '600' }],
  ['/plan/first', { first: 'own', firstWords: 'walk to the corner' }],
  ['/plan/feeling', { outcome: 'lighter', feeling: 'ashamed' }],
  ['/plan/answer', { answer: 'normal' }],
  ['/plan/remind', { reminder: 'calendar' }],
] as const;

/** The place of a visit that is planned. */
export async function choosePlace(client: Client, locale: string): Promise<void> {
  await client.get(`${locale}/services`);
  const sent = await client.post(`${locale}/services`, { service: 'example-street-clinic' });
  if (target(sent) !== `${locale}/plan`) throw new Error(`led to ${target(sent)}`);
}

/** The first `pages` of a plan; all of them keep it. */
export async function makePlan(
  client: Client,
  locale: string,
  pages: number = PLAN_POSTS.length,
): Promise<void> {
  for (const [i, [path, fields]] of PLAN_POSTS.slice(0, pages).entries()) {
    await client.get(`${locale}${path}`);
    const next = PLAN_POSTS[i + 1]?.[0] ?? '/plan/ready';
    const sent = await client.post(`${locale}${path}`, fields);
    if (target(sent) !== `${locale}${next}`) throw new Error(`${path} led to ${target(sent)}`);
  }
}
