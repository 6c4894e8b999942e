// The group as it stands where moderators are at work: its topic, and who may write in it.
import type { Locale } from '#lib/domain/basics/locale.ts';
import { type Client, newClient, screen, target } from '../../support/client.ts';
import { keepCode } from '../../support/plan.ts';
import type { RunningServer } from '../../support/server.ts';
import { ownerUrl, withOwner } from './durable/own-server.ts';

const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1];
const TEXTS = {
  en: { title: 'Evenings', opening: 'What helps you in the evening?' },
  'zh-hans': { title: '晚上', opening: '晚上什么能帮到你？' },
  'zh-hant': { title: '晚上', opening: '晚上甚麼能幫到你？' },
};

/** The topic of these tests, and a post that nobody wrote. */
export const TOPIC = '7d0c3a52-5b1e-4c0f-8f5a-3b9d2e6a1c44';
export const NO_POST = '5a1f7c36-0c84-4b52-9d0e-6e2b8f3d7a19';

/** Every moderator at work all day long, every day, one made where there is none; and a topic. Safe to repeat. */
export function staffGroup(url: string): Promise<unknown> {
  return withOwner(url, async (db) => {
    await db.query(`INSERT INTO ops.staff (email, name, roles, languages, password_hash, created_at)
      SELECT 'moderator@example.org', 'A moderator', '{moderator}', '{en}', '-', now()
      WHERE NOT EXISTS (SELECT FROM ops.staff WHERE 'moderator' = ANY (roles))`);
    await db.query(`INSERT INTO ops.shift
        (role, staff_id, weekday, from_minute, to_minute, first_day, on_call, changed_by, changed_at)
      SELECT 'moderator', s.id, day, 0, 1440, '2026-01-01', false, s.id, now()
      FROM ops.staff s, generate_series(1, 7) AS day
      WHERE 'moderator' = ANY (s.roles) AND NOT EXISTS (SELECT FROM ops.shift WHERE staff_id = s.id)`);
    await db.query(
      `INSERT INTO ops.group_topic (id, texts, closed, place, changed_by, changed_at)
       SELECT $1, $2, false, 1, id, now() FROM ops.staff WHERE 'moderator' = ANY (roles) LIMIT 1
       ON CONFLICT (id) DO NOTHING`,
      [TOPIC, TEXTS],
    );
  });
}

/** As if everybody's first visit had been days ago: then they can write. */
export function waitTwoDays(url: string): Promise<unknown> {
  const early = 'start_date > current_date - 2';
  return withOwner(url, (db) =>
    db.query(`UPDATE subject.pathway SET start_date = start_date - 3 WHERE ${early}`),
  );
}

/** Somebody in the group, with a code, who can write. */
export async function joinGroup(
  { origin, dataFolder }: Pick<RunningServer, 'origin' | 'dataFolder'>,
  locale: Locale = 'en',
  client: Client = newClient(origin),
): Promise<Client> {
  const at = (path: string) => `/${locale}${path}`;
  await screen(client, { locale, answers: locale === 'en' ? MILD : MILD.slice(0, 9) });
  await client.post(at('/next'), { step: 'community' });
  await keepCode(client, at(''));
  await waitTwoDays(ownerUrl(dataFolder));
  await client.get(at('/group'));
  const joined = await client.post(at('/group'), { act: 'join' });
  if (target(joined) !== at('/group')) throw new Error(`led to ${target(joined)}`);
  return client;
}

/** Writes a post and sends it for checking. Returns its id. */
export async function writeFor(client: Client, text: string, locale: Locale = 'en') {
  const path = `/${locale}/group/${TOPIC}/new`;
  await client.get(path);
  const sent = await client.post(path, { step: 'send', text, note: '' });
  if (!target(sent).endsWith('/group/my-posts')) throw new Error(`led to ${target(sent)}`);
  const { body } = await client.get(`/${locale}/group/my-posts`);
  return /\/group\/my-posts\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
}

/** As a moderator decides, about each text that waits. */
export function decideAll(url: string, decision: 'show' | 'hide'): Promise<unknown> {
  const [state, reason] = decision === 'show' ? ['shown', null] : ['hidden', 'method'];
  return withOwner(url, async (db) => {
    const { rows } = await db.query<{ post_id: string }>('SELECT post_id FROM ops.group_item');
    for (const { post_id: post } of rows) {
      await db.query(
        `INSERT INTO ops.group_decision
         SELECT p.id, p.decided + 1, s.id, i.kind, $1, $2, sha256(p.sealed) FROM subject.group_post p
         JOIN ops.group_item i ON i.post_id = p.id, LATERAL (
           SELECT id FROM ops.staff WHERE 'moderator' = ANY (roles) LIMIT 1) AS s WHERE p.id = $3`,
        [decision, reason, post],
      );
      await db.query(
        `UPDATE subject.group_post SET state = $1, reason = $2, decided = decided + 1,
           pending = CASE $1 WHEN 'shown' THEN pending END, place = coalesce(place, (
             SELECT coalesce(max(place), 0) + 1 FROM subject.group_post))
         WHERE id = $3`,
        [state, reason, post],
      );
    }
    await db.query('DELETE FROM ops.group_item');
  });
}

/** What waits of a post. */
export function itemOf(url: string, post: string): Promise<string> {
  return withOwner(url, async (db) => {
    const found = 'SELECT id FROM ops.group_item WHERE post_id = $1';
    return (await db.query<{ id: string }>(found, [post])).rows[0]?.id ?? '';
  });
}
