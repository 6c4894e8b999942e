import type { Client } from 'pg';

interface Bulk {
  readonly occasion: number;
  readonly seq: number;
  readonly day: number;
  readonly total: string;
  readonly where: string;
}

/**
 * Fills a database with made-up pathways of one or two checks, in bulk and without the triggers of the
 * tables. The numbers come from the pathway's own number, so that anybody can count them once more.
 */
export async function fillScreenings(
  owner: Client,
  pathways: number,
  start: string,
): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query(
    `INSERT INTO subject.pathway (id, start_date, last_used)
     SELECT md5('p' || n)::uuid, $2::date, $2::date + 20 FROM generate_series(1, $1::int) n`,
    [pathways, start],
  );
  const completed = ({ occasion, seq, day, total, where }: Bulk) =>
    `INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
     SELECT md5('p' || n)::uuid, ${seq}, ${day}, 'screening.completed', 'user', jsonb_build_object(
       'instrument', CASE WHEN n % 7 = 0 THEN 'gad-7' ELSE 'phq-9' END, 'occasion', ${occasion},
       'total', ${total}, 'band', null, 'symptomClass', null,
       'item9', CASE WHEN n % 7 = 0 THEN 'null'::jsonb WHEN n % 11 = 0 THEN '"declined"'
                ELSE to_jsonb(CASE WHEN n % 5 = 0 THEN n % 4 ELSE 0 END) END,
       'difficulty', CASE WHEN n % 3 = 0 THEN null ELSE n % 4 END, 'missing', 0), 1
     FROM generate_series(1, ${pathways}) n WHERE ${where}`;
  await owner.query(
    completed({ occasion: 0, seq: 3, day: 1, total: '(n * 13) % 22', where: 'true' }),
  );
  await owner.query(
    `INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
     SELECT md5('p' || n)::uuid, 5, 1 + n % 3, 'tier.decided', 'user', jsonb_build_object('tier',
       (ARRAY['guidance', 'community', 'face_to_face'])[1 + n % 3], 'decision', 'accepted',
       'askAgainDays', null), 1
     FROM generate_series(1, ${pathways}) n WHERE n % 2 = 0`,
  );
  await owner.query(
    completed({ occasion: 1, seq: 8, day: 15, total: '(n * 5) % 22', where: 'n % 4 = 0' }),
  );
  await owner.query("SET session_replication_role = 'origin'");
  await owner.query('ANALYZE subject.transition, subject.pathway');
}

export interface MadeUp {
  readonly form: 'phq-9' | 'gad-7';
  readonly total: number;
  readonly item9: 0 | 1 | 2 | 3 | 'declined' | null;
  readonly difficulty: 0 | 1 | 2 | 3 | null;
  readonly recheck: boolean;
  readonly change: number | null;
  readonly step: {
    readonly tier: 'guidance' | 'community' | 'face_to_face';
    readonly days: number;
  } | null;
}

const STEPS = ['guidance', 'community', 'face_to_face'] as const;

/** What the two checks of a pathway share. */
function answersOf(n: number): Pick<MadeUp, 'form' | 'item9' | 'difficulty'> {
  const difficulty = n % 3 === 0 ? null : ((n % 4) as 0 | 1 | 2 | 3);
  if (n % 7 === 0) return { form: 'gad-7', item9: null, difficulty };
  if (n % 11 === 0) return { form: 'phq-9', item9: 'declined', difficulty };
  const item9 = (n % 5 === 0 ? n % 4 : 0) as 0 | 1 | 2 | 3;
  return { form: 'phq-9', item9, difficulty };
}

/** The same checks one by one, written a second time. */
export function* eachScreening(pathways: number): Generator<MadeUp> {
  for (let n = 1; n <= pathways; n += 1) {
    const answers = answersOf(n);
    const first = (n * 13) % 22;
    yield { ...answers, total: first, recheck: false, change: null, step: null };
    if (n % 4 !== 0) continue;
    const total = (n * 5) % 22;
    const step = { tier: STEPS[n % 3] ?? 'guidance', days: 15 - (1 + (n % 3)) };
    yield { ...answers, total, recheck: true, change: total - first, step };
  }
}
