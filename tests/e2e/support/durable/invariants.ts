// What must hold of the stored data after any crash, race or repeat.
import { expect } from '@playwright/test';
import { derive } from '#lib/domain/pathway/derive.ts';
import { TRANSITION, type Transition } from '#lib/domain/pathway/transition.ts';
import { verifyAuditChain } from '#lib/store/audit.ts';
import { openDatabase } from '#lib/store/client.ts';
import { withOwner } from './own-server.ts';

export interface StoredTransition extends Omit<Transition, 'payload'> {
  readonly pathway: string;
  readonly key: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Stored {
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly transitions: readonly StoredTransition[];
}

/** Every pathway's row and every transition, in order, as of one moment: held replies go out by themselves. */
export function readStored(url: string): Promise<Stored> {
  return withOwner(url, async (db) => {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const rows = await db.query(
      'SELECT p.id, to_jsonb(r) AS row FROM subject.pathway p LEFT JOIN subject.pathway_row r ON r.pathway_id = p.id',
    );
    const transitions = await db.query<StoredTransition>(
      `SELECT pathway_id AS pathway, seq, day, step, origin, policy_hash AS "policyHash", payload,
         idempotency_key AS key FROM subject.transition ORDER BY pathway_id, seq`,
    );
    await db.query('COMMIT');
    return {
      rows: new Map(rows.rows.map(({ id, row }) => [id, row])),
      transitions: transitions.rows,
    };
  });
}

/** Fails on the first half state: a gap, a row that is not its fold, an offer without its score, … */
export async function expectWhole(url: string): Promise<Stored> {
  const stored = await readStored(url);
  const byPathway = Map.groupBy(stored.transitions, ({ pathway }) => pathway);
  expect([...byPathway.keys()].sort()).toEqual([...stored.rows.keys()].sort());
  for (const [pathway, transitions] of byPathway) {
    expect(transitions.map(({ seq }) => seq)).toEqual(transitions.map((_, i) => i + 1));
    expect(stored.rows.get(pathway)).toEqual(foldOf(pathway, transitions));
    for (const offer of transitions.filter(({ step }) => step === 'tier.offered')) {
      expectSound(offer, transitions);
    }
  }
  expect(await findHalfMessages(url)).toEqual([]);
  expect(await findHalfPosts(url)).toEqual([]);
  await expectAudited(url);
  return stored;
}

/** An offer was recorded with its score, by the same post, and above the floor (decision D11). */
function expectSound(offer: StoredTransition, all: readonly StoredTransition[]): void {
  const score = all.find(({ step, key }) => step === 'screening.completed' && key === offer.key);
  const { item9, total, occasion } = score?.payload ?? {};
  expect(score?.seq).toBeLessThan(offer.seq);
  expect(occasion).toBe(offer.payload['occasion']);
  expect(offer.payload['crisisFloor']).toBe(item9 !== 0);
  if (item9 !== 0 || Number(total) >= 20) expect(offer.payload['tier']).toBe('face_to_face');
}

function foldOf(pathway: string, transitions: readonly StoredTransition[]) {
  const fold = derive(
    transitions.map(({ pathway: _pathway, key: _key, ...rest }) => TRANSITION.parse(rest)),
  );
  const columns = Object.entries(fold).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    // The column is text: "declined" is an answer too.
    name === 'item9' && value !== null ? String(value) : value,
  ]);
  return { pathway_id: pathway, ...Object.fromEntries(columns) };
}

/** A request for guidance is stored with its message, both wrapped keys and the promise, or not at all. */
async function findHalfMessages(url: string): Promise<readonly unknown[]> {
  const { rows } = await withOwner(url, (db) =>
    db.query(`SELECT t.pathway_id, t.seq FROM subject.transition t
      WHERE t.step = 'guidance.requested' AND NOT EXISTS (
        SELECT FROM subject.thread th JOIN ops.thread_clock c ON c.thread_id = th.id
        JOIN subject.message m ON m.thread_id = th.id AND m.idempotency_key = t.idempotency_key
        WHERE th.pathway_id = t.pathway_id
          AND (SELECT count(*) FROM subject.keywrap k WHERE k.thread_id = th.id) = 2
          AND EXISTS (SELECT FROM subject.return_code r WHERE r.pathway_id = t.pathway_id))
      UNION ALL
      SELECT th.pathway_id, m.seq FROM subject.message m JOIN subject.thread th ON th.id = m.thread_id
      WHERE m.author = 'visitor' AND NOT EXISTS (SELECT FROM subject.transition t
        WHERE t.pathway_id = th.pathway_id AND t.step = 'guidance.requested' AND t.idempotency_key = m.idempotency_key)`),
  );
  return rows;
}

/** A post that waits does so for a moderator; what is shown was decided, and each decision has a place in the count. */
async function findHalfPosts(url: string): Promise<readonly unknown[]> {
  const { rows } = await withOwner(url, (db) =>
    db.query(`SELECT p.id, p.state FROM subject.group_post p
      LEFT JOIN ops.group_item i ON i.post_id = p.id
      WHERE (i.id IS NULL) = (p.state IN ('held', 'reported', 'appealed') OR p.pending IS NOT NULL)
        OR p.decided <> (SELECT count(*) FROM ops.group_decision d WHERE d.post_id = p.id)
      UNION ALL
      SELECT v.topic_id, 'no post' FROM subject.group_voice v
      WHERE NOT EXISTS (SELECT FROM subject.group_post p WHERE p.author_tag = v.author_tag)`),
  );
  return rows;
}

async function expectAudited(url: string): Promise<void> {
  const db = openDatabase({ url, max: 1 });
  try {
    expect(await verifyAuditChain(db, null)).toMatchObject({ ok: true });
  } finally {
    await db.$disconnect();
  }
}
