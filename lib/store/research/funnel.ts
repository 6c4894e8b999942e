import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Research } from './connection.ts';

/** Pathways that are alike in everything the funnel asks: days stand as 1 where they are known. */
export interface FunnelGroup {
  readonly row: PathwayRow;
  readonly count: number;
}

type Fact = keyof typeof EMPTY_ROW;

/** Days of which only "has it happened" is asked. */
const DAYS: readonly (readonly [Fact, string])[] = [
  ['started', 'started'],
  ['completedDay', 'completed_day'],
  ['viewedDay', 'viewed_day'],
  ['engagedDay', 'engaged_day'],
  ['choseDay', 'chose_day'],
  ['requestedDay', 'requested_day'],
  ['answeredDay', 'answered_day'],
  ['readDay', 'read_day'],
  ['referralDay', 'referral_day'],
];

const QUERY = `
  SELECT first_tier, intention_before, intention_after,
    ${DAYS.map(([, column]) => `(${column} IS NOT NULL) AS ${column}`).join(', ')},
    count(*)::integer AS count
  FROM pub.pathway_research
  GROUP BY first_tier, intention_before, intention_after,
    ${DAYS.map(([, column]) => `(${column} IS NOT NULL)`).join(', ')}`;

interface Group extends Record<string, unknown> {
  readonly first_tier: Tier | null;
  readonly intention_before: number | null;
  readonly intention_after: number | null;
  readonly count: number;
}

/**
 * Everyone with research consent, in few groups. What a stage means stays one rule in the domain
 * (`stagesReached`), applied to a group's row instead of to each person's.
 */
export async function listFunnelGroups(research: Research): Promise<readonly FunnelGroup[]> {
  const { rows } = await research.query<Group>(QUERY);
  return rows.map((group) => ({ count: group.count, row: rowOf(group) }));
}

function rowOf(group: Group): PathwayRow {
  const days = DAYS.map(([field, column]) => [field, group[column] === true ? 1 : null]);
  return {
    ...EMPTY_ROW,
    ...Object.fromEntries(days),
    firstTier: group.first_tier,
    intentionBefore: group.intention_before,
    intentionAfter: group.intention_after,
    researchConsent: true,
  };
}
