// The group as it stands where moderators are at work: who may write in it, and who decides.
import type { Locale } from '#lib/domain/basics/locale.ts';
import { type Client, newClient, screen, target } from '../../support/client.ts';
import { keepCode } from '../../support/plan.ts';
import { withOwner } from './durable/own-server.ts';

const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1];

/** Every moderator at work all day long, every day; one is made where there is none. */
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
  });
}

/** A topic in the three languages; its id. */
export function writeTopic(url: string): Promise<string> {
  const texts = {
    en: { title: 'Evenings', opening: 'What helps you in the evening?' },
    'zh-hans': { title: '晚上', opening: '晚上什么能帮到你？' },
    'zh-hant': { title: '晚上', opening: '晚上甚麼能幫到你？' },
  };
  return withOwner(url, async (db) => {
    const { rows } = await db.query<{ id: string }>(
      `INSERT INTO ops.group_topic (texts, closed, place, changed_by, changed_at)
       SELECT $1, false, 1, id, now() FROM ops.staff WHERE 'moderator' = ANY (roles) LIMIT 1 RETURNING id`,
      [texts],
    );
    return rows[0]?.id ?? '';
  });
}

/** Somebody in the group, with a code, whose first visit was days ago: they can write. */
export async function joinGroup(
  origin: string,
  url: string,
  locale: Locale = 'en',
): Promise<Client> {
  const client = newClient(origin);
  const at = (path: string) => `/${locale}${path}`;
  await screen(client, { locale, answers: locale === 'en' ? MILD : MILD.slice(0, 9) });
  await client.post(at('/next'), { step: 'community' });
  await keepCode(client, at(''));
  await withOwner(url, (db) =>
    db.query(
      'UPDATE subject.pathway SET start_date = start_date - 3 WHERE start_date > current_date - 2',
    ),
  );
  await client.get(at('/group'));
  const joined = await client.post(at('/group'), { act: 'join' });
  if (target(joined) !== at('/group')) throw new Error(`led to ${target(joined)}`);
  return client;
}

/** Writes a post and sends it for checking. */
export async function writeFor(client: Client, topic: string, text: string, locale: Locale = 'en') {
  const path = `/${locale}/group/${topic}/new`;
  await client.get(path);
  const sent = await client.post(path, { step: 'send', text, note: '' });
  if (!target(sent).endsWith('/group/my-posts')) throw new Error(`led to ${target(sent)}`);
}

/** The id of the post that came last. */
export function newestPost(url: string): Promise<string> {
  return withOwner(url, async (db) => {
    const { rows } = await db.query<{ id: string }>(
      `SELECT p.id FROM subject.group_post p ORDER BY p.xmin::text::bigint DESC LIMIT 1`,
    );
    return rows[0]?.id ?? '';
  });
}
