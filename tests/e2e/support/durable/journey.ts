// One person's way from "Before you start" to a message to the guides, one post after another.
import { expect } from '@playwright/test';
import { withOwner } from './own-server.ts';
import { type OwnWords, PLAN_RECORDED, planWithPosts } from './plan-journey.ts';
import type { Poster } from './posts.ts';

/** Question 9 above "Not at all", so that the support page lies on the way. */
const ANSWERS = ['2', '3', 'declined', '2', '1', '1', '0', '0', '1', '1'] as const;

/** The steps that this way records, in order. */
export const RECORDED = [
  'consent.set',
  'screening.started',
  'consent.set',
  'screening.completed',
  'safety.shown',
  'tier.offered',
  'intention.stated',
  'result.viewed',
  'tier.decided',
  'tier.decided',
  'intention.stated',
  ...PLAN_RECORDED,
  'guidance.requested',
  'guidance.requested',
] as const;

export interface Journey {
  /** The return code, 20 digits. */
  readonly code: string;
  /** 9 symbols. */
  readonly visitCode: string;
}

/** Ends signed in by return code, with everything of the pathway still there. */
export async function walkWithPosts(
  { client, post }: Poster,
  say: {
    readonly message?: string;
    readonly words?: OwnWords;
    readonly codeFirst?: boolean;
  } = {},
): Promise<Journey> {
  await post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
  await post('/en/check/research', { research: 'yes' });
  for (const [i, answer] of ANSWERS.entries()) {
    if (i === 9) await client.get('/en/check/support');
    await post(`/en/check/${i + 1}`, { answer });
  }
  await post('/en/check/likely', { strength: '5' });
  await client.get('/en/next');
  await post('/en/not-today', { ask: '14' });
  if (say.codeFirst) await post('/en/plan/keep');
  const code = say.codeFirst ? await readCode(client) : null;
  await post('/en/next', { step: 'face_to_face' });
  const kept = code ?? (await readCode(client));
  await post('/en/plan/keep/check', { last4: kept.slice(-4) });
  await post('/en/next/likely', { strength: '6' });
  const visitCode = await planWithPosts({ client, post }, say.words);
  await post('/en/message', { text: say.message ?? 'A first message.', share: 'yes' });
  await post('/en/return', { code: kept.replace(/(.{4})/g, '$1 '), device: 'private' });
  await post('/en/mine/messages', { text: 'A second message.' });
  await post('/en/mine/messages/mail', { email: 'somebody@example.org', kind: 'answer' });
  await post('/en/tell-us', { kind: 'complaint', words: 'Nobody picked up.', answer: 'yes' });
  await post('/en/display', { text: 'large', contrast: 'more', theme: 'dark' });
  return { code: kept, visitCode };
}

/** The return code on its page. */
export async function readCode(client: Poster['client']): Promise<string> {
  const { body } = await client.get('/en/plan/keep');
  const shown = /class="[^"]*\bcode\b[^"]*"[^>]*>([\s\S]*?)<\/(?:p|div|output|strong)>/.exec(body);
  const code = (shown?.[1] ?? '').replace(/<[^>]*>/g, '').replace(/\D/g, '');
  expect(code).toMatch(/^\d{20}$/);
  return code;
}

/** Guidance is open while there is an active guide (decision D12). */
export function hireGuide(url: string): Promise<unknown> {
  return withOwner(url, (db) =>
    db.query(`INSERT INTO ops.staff (email, name, roles, languages, password_hash, created_at)
      VALUES ('guide@example.org', 'A guide', '{guide}', '{en}', '-', now())`),
  );
}

const STORED = [
  ...['pathway', 'pathway_row', 'transition', 'consent', 'return_code', 'own_record', 'visit_code'],
  ...['thread', 'message', 'keywrap', 'thread_note', 'group_voice', 'group_post', 'group_member'],
].map((name) => `subject.${name}`);

const BESIDE = [
  ...['ops.thread_clock', 'ops.visit_clock', 'ops.service_report', 'ops.group_item'],
  ...['ops.pending_reply', 'ops.promise_tally', 'ops.report'],
];

/** The worker seals these anew whenever it mixes them: how many there are is all that can be compared. */
const MIXED = ['vault.contact', 'vault.mail'];

/**
 * Everything that is stored of visitors, and what the log says of visits, to the last byte; but not whether the worker
 * has written a row anew (`mixed`), which it does in its own time.
 */
export function everythingStored(url: string): Promise<Readonly<Record<string, unknown>>> {
  const visits = "ops.audit_entry t WHERE action LIKE 'visit.%'";
  const tables = [...STORED, ...BESIDE].map((name) => `${name} t`);
  return withOwner(url, async (db) => {
    const found: Record<string, unknown> = {};
    for (const from of [...tables, visits]) {
      const { rows } = await db.query(
        `SELECT (to_jsonb(t) - 'mixed')::text AS row FROM ${from} ORDER BY 1`,
      );
      found[from] = rows.map(({ row }) => row);
    }
    for (const from of MIXED) {
      const { rows } = await db.query(`SELECT count(*) AS many FROM ${from}`);
      found[from] = rows[0]?.many;
    }
    return found;
  });
}
