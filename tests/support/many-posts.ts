// A group that has been going for long: many topics, writers and posts, each of which opens.
import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sealPost } from '#lib/gateways/group-keys.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';

export interface ManyPosts {
  readonly posts: number;
  readonly topics: number;
  /** Of them, so many wait for a moderator. */
  readonly waiting: number;
}

const BATCH = 5_000;
/** People of one topic: so many that to read them all for one page is never the cheaper way. */
const VOICES = 2_000;
const WORDS =
  'Evenings are long for me, and mornings are better. I walk to the corner and back. '.repeat(4);

/** Ids of the topics. The database is told not to ask who decided: these were decided long ago. */
export async function fillGroup(
  owner: pg.Client,
  secrets: WebSecrets,
  { posts, topics, waiting }: ManyPosts,
): Promise<readonly string[]> {
  await owner.query(`SET session_replication_role = 'replica'`);
  const made = await owner.query<{ id: string }>(
    `INSERT INTO ops.group_topic (texts, closed, place, changed_by, changed_at)
     SELECT jsonb_build_object('en', jsonb_build_object('title', 'Topic ' || n, 'opening', 'What helps?')),
       false, n, gen_random_uuid(), now() FROM generate_series(1, $1) AS n RETURNING id`,
    [topics],
  );
  const ids = made.rows.map(({ id }) => id);
  const tags = ids.map(() => Array.from({ length: VOICES }, () => randomBytes(32)));
  for (const [t, topic] of ids.entries()) {
    await owner.query(
      `INSERT INTO subject.group_voice SELECT tag, $1, 'en.' || n / 50 || '.' || n % 50
       FROM unnest($2::bytea[]) WITH ORDINALITY AS given (tag, n)`,
      [topic, tags[t]],
    );
  }
  for (let from = 0; from < posts; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, posts - from) }, (_, i) => {
      const [n, id] = [from + i, randomUUID()];
      const t = n % topics;
      return {
        ...{ id, topic: ids[t], tag: tags[t]?.[Math.floor(n / topics) % VOICES] },
        text: sealPost(secrets, id, `${n} ${WORDS}`),
        place: n < posts - waiting ? Math.floor(n / topics) + 1 : null,
      };
    });
    await owner.query(
      `INSERT INTO subject.group_post (id, topic_id, author_tag, author_sealed, locale, sealed, state, place, decided, week)
       SELECT id, topic, tag, text, 'en', text, CASE WHEN place IS NULL THEN 'held' WHEN place % 50 = 0 THEN 'hidden' ELSE 'shown' END,
         place, 1, date_trunc('week', now())::date
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::integer[]) AS given (id, topic, tag, text, place)`,
      (['id', 'topic', 'tag', 'text', 'place'] as const).map((name) =>
        batch.map((one) => one[name]),
      ),
    );
  }
  await owner.query(
    `INSERT INTO ops.group_item (post_id, kind, risk, priority, reasons, words, arrived_at, barred)
     SELECT id, 'held', 'none', 2 - (place IS NULL AND get_byte(uuid_send(id), 0) < 20)::integer, '{}', '{}',
       now() - random() * interval '10 hours', '{}' FROM subject.group_post WHERE state = 'held'`,
  );
  await owner.query(`SET session_replication_role = 'origin'`);
  await owner.query('ANALYZE');
  return ids;
}
