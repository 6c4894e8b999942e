// People for the researcher, and what the raw rows say about them, counted without the product's code.
import { type StageCounts, sumFunnel } from '#lib/domain/evaluation/funnel.ts';
import { type Client, newClient, screen } from '../../support/client.ts';
import { inParallel } from '../../support/in-parallel.ts';
import { withOwner } from './durable/own-server.ts';

type Answers = readonly (number | 'declined')[];

/** Ten answers that add up to a total, with question 9 at "Not at all". */
function answersOf(total: number): Answers {
  const items = Array.from(
    { length: 8 },
    (_, i) => Math.floor(total / 8) + (i < total % 8 ? 1 : 0),
  );
  return [...items, 0, 1];
}

const NO_TOTAL: Answers = ['declined', 1, 1, 1, 1, 1, 1, 1, 0, 1];

/** A total that only people without research consent have: in a file it would give them away. */
export const WITHOUT_CONSENT = 24;
/** Of the one who agreed and then took it back. */
export const TAKEN_BACK = 23;

const AT_ONCE = 8;

/** 132 who agree, 12 who do not, one who takes it back, and 16 who agree and never finish. */
export async function makeStudyPeople(origin: string): Promise<void> {
  const agreeing = Array.from({ length: 132 }, (_, i) => i);
  await inParallel(agreeing, AT_ONCE, async (i) => {
    const client = newClient(origin);
    // Few without a total, and few of them going on: counts that may not be shown.
    const answers = i % 44 === 43 ? NO_TOTAL : answersOf((i * 5) % 23);
    await screen(client, { answers, research: true });
    await goOn(client, i);
  });
  await inParallel(Array.from({ length: 12 }), AT_ONCE, async () => {
    const client = newClient(origin);
    await screen(client, { answers: answersOf(WITHOUT_CONSENT), research: false });
    await goOn(client, 0);
  });
  const taken = newClient(origin);
  await screen(taken, { answers: answersOf(TAKEN_BACK), research: true });
  await taken.get('/en/check/research');
  await taken.post('/en/check/research', { research: 'no' });
  await inParallel(Array.from({ length: 16 }), AT_ONCE, async () => {
    const client = newClient(origin);
    await client.get('/en/check');
    await client.post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
    await client.get('/en/check/research');
    await client.post('/en/check/research', { research: 'yes' });
  });
}

/** Every second chooses a step, every sixth writes as well, every eleventh says "not today". */
async function goOn(client: Client, i: number): Promise<void> {
  if (i % 11 === 1) {
    await client.get('/en/not-today');
    await client.post('/en/not-today', { ask: '14' });
  }
  if (i % 2 === 1) return;
  await client.get('/en/next/other');
  await client.post('/en/next/other', { step: i % 4 === 0 ? 'guidance' : 'face_to_face' });
  if (i % 6 !== 0) return;
  await client.get('/en/message');
  await client.post('/en/message', { text: `A message of person ${i}` });
}

/** Measurement of the funnel, written anew over the raw transitions. */
const RECOUNT = `
WITH t AS (SELECT pathway_id, seq, step, origin, payload FROM subject.transition),
person AS (
  SELECT pathway_id,
    (SELECT payload->'scopes' ? 'research' FROM t c WHERE c.pathway_id = p.pathway_id
       AND c.step = 'consent.set' ORDER BY seq DESC LIMIT 1) AS agreed,
    bool_or(step = 'screening.completed') AS completed,
    (SELECT payload->>'tier' FROM t o WHERE o.pathway_id = p.pathway_id
       AND o.step = 'tier.offered' ORDER BY seq LIMIT 1) AS tier,
    min(seq) FILTER (WHERE step = 'result.viewed') AS viewed,
    max((payload->>'strength')::integer) FILTER (WHERE step = 'intention.stated') AS strength,
    bool_or(step = 'tier.decided' AND payload->>'decision' <> 'declined') AS chose,
    bool_or(step IN ('guidance.requested', 'referral.opened')) AS acted,
    bool_or(step = 'plan.made') AS planned, bool_or(step = 'appointment.booked') AS booked,
    bool_or(step = 'attendance.recorded') AS went
  FROM t p GROUP BY pathway_id),
reached AS (
  SELECT agreed, completed, tier, completed AND viewed IS NOT NULL AS viewed, strength, chose, acted,
    planned, booked, went,
    EXISTS (SELECT FROM t WHERE t.pathway_id = person.pathway_id AND t.seq > person.viewed
      AND t.origin = 'user' AND t.step IN ('tier.decided', 'intention.stated', 'guidance.requested',
        'guidance.read', 'referral.chosen', 'referral.opened', 'screening.started', 'screening.completed')) AS engaged
  FROM person)
SELECT CASE WHEN completed THEN coalesce(tier, 'none') ELSE 'not_offered' END AS "group",
  count(*)::integer AS started,
  count(*) FILTER (WHERE completed)::integer AS completed,
  count(*) FILTER (WHERE viewed)::integer AS viewed,
  count(*) FILTER (WHERE viewed AND engaged)::integer AS engaged,
  count(*) FILTER (WHERE viewed AND strength >= 5)::integer AS intended,
  count(*) FILTER (WHERE viewed AND engaged AND chose)::integer AS chose,
  count(*) FILTER (WHERE viewed AND engaged AND acted)::integer AS acted,
  count(*) FILTER (WHERE viewed AND planned)::integer AS planned,
  count(*) FILTER (WHERE viewed AND booked)::integer AS booked,
  count(*) FILTER (WHERE viewed AND went)::integer AS went,
  0 AS confirmed
FROM reached WHERE agreed GROUP BY 1`;

type Counted = StageCounts['counts'] & Pick<StageCounts, 'group'>;

/** The funnel of everyone who agrees to research now. */
export async function recountFunnel(url: string) {
  const { rows } = await withOwner(url, (db) => db.query<Counted>(RECOUNT));
  return sumFunnel(rows.map(({ group, ...counts }) => ({ group, counts })));
}
