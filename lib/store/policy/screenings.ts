import type { Day } from '#lib/domain/basics/ids.ts';
import { CARE, type Facts, SIGNS } from '#lib/domain/routing/facts.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';
import type { FactCell } from '#lib/domain/routing/review/replay.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import type { Database } from '../client.ts';

interface Line {
  readonly scores: string;
  readonly recheck: boolean;
  readonly step: string | null;
  readonly days: number | null;
  readonly care: string | null;
  readonly signs: string | null;
  readonly people: bigint;
}

const MOST_MS = 15_000;

/**
 * What a policy may read of every check since a day, counted: nobody's row leaves the database, only how
 * many checks are alike. A check with several forms is one.
 */
export function listFactCells(db: Database, since: Day): Promise<readonly FactCell[]> {
  return db.$transaction(
    async (tx) => {
      // Longer than a request of a visitor may take: a million checks are read once.
      await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${MOST_MS}`);
      await tx.$executeRawUnsafe("SET LOCAL work_mem = '128MB'");
      const lines = await tx.$queryRaw<Line[]>`
        WITH act AS (
          SELECT t.pathway_id, t.seq, t.day, t.step, p.start_date + t.day AS on_date,
            payload->>'instrument' AS form, (payload->>'total')::int AS total,
            (payload->>'occasion')::int AS occasion,
            payload->>'care' AS care, payload->>'signs' AS signs,
            concat_ws('|', coalesce(payload->>'item9', ''), coalesce(payload->>'difficulty', ''))
              AS answers,
            -- The order of these texts is the order of the steps of a pathway.
            lpad(t.seq::text, 6, '0') || '|' || t.day || '|' || (payload->>'tier') AS chosen
          FROM subject.transition t JOIN subject.pathway p ON p.id = t.pathway_id
          WHERE t.step IN ('screening.completed', 'tier.decided')
            AND p.last_used >= DATE '1970-01-01' + ${since}::integer
        ), told AS (
          SELECT *, max(chosen) OVER (PARTITION BY pathway_id ORDER BY seq) AS last_chosen FROM act
        ), changed AS (
          SELECT *, total - lag(total) OVER (PARTITION BY pathway_id, form ORDER BY seq) AS change
          FROM told WHERE step = 'screening.completed'
        ), checked AS (
          SELECT string_agg(concat_ws('|', form, coalesce(total::text, ''), answers,
              coalesce(change::text, '')), ';' ORDER BY form) AS scores,
            occasion > 0 AS recheck,
            max(split_part(last_chosen, '|', 3)) AS step,
            max(least(365, day - split_part(last_chosen, '|', 2)::int)) AS days,
            max(care) AS care, max(signs) AS signs
          FROM changed
          WHERE on_date >= DATE '1970-01-01' + ${since}::integer
          GROUP BY pathway_id, occasion
        )
        SELECT scores, recheck, step, days, care, signs, count(*) AS people
        FROM checked GROUP BY scores, recheck, step, days, care, signs`;
      return lines.map((line) => ({ facts: factsOf(line), count: Number(line.people) }));
    },
    { timeout: MOST_MS },
  );
}

function factsOf({ scores, recheck, step, days, care, signs }: Line): Facts {
  const change: Record<string, number> = {};
  const read = scores.split(';').map((text): Score => {
    const [form = '', total = '', item9 = '', difficulty = '', by = ''] = text.split('|');
    if (by !== '') change[form] = Number(by);
    return plainScore(form, {
      total: numberOf(total),
      item9: (item9 === 'declined' ? item9 : numberOf(item9)) as Score['item9'],
      difficulty: numberOf(difficulty) as Score['difficulty'],
    });
  });
  const tier = TIERS.find((one) => one === step);
  return {
    scores: read,
    recheck,
    change,
    step: tier === undefined || days === null ? null : { tier, days },
    care: CARE.find((one) => one === care) ?? null,
    signs: SIGNS.find((one) => one === signs) ?? null,
  };
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
