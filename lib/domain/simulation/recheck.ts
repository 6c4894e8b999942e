import { decisionFor } from '#lib/domain/pathway/decision.ts';
import { recheckDay } from '#lib/domain/routing/route.ts';
import { beginCheck, completeCheck } from './check.ts';
import { byPerson } from './journal.ts';
import type { Way } from './way.ts';

/** Who answers again when it is suggested, in the order of the suggestions. Assumptions. */
const ANSWERS_AGAIN = [0.3, 0.22, 0.15, 0.1];
const LESS_AFTER_STOP = 0.4;
const LATE_DAYS = 2;
const BREAKS_OFF = 0.06;
const VIEWS = 0.97;
const DECIDES = 0.5;
/** Who has been to the support page keeps a plan for hard times. An assumption. */
const KEEPS_SAFETY_PLAN = 0.08;

/**
 * Latent severity from check to check: .92, between .90 and .95, which gives totals that correlate .78 to .82
 * (measurement.md E2). Spread and mean of the population stay.
 */
const STABILITY = 0.92;
/** In latent severity, for somebody who has been to a visit, and for the arm that harms. Assumptions. */
const TREATED = -0.5;
const HARMED = 0.5;

/** The later checks, each suggested by the product's own rule from the one before. */
export function planRechecks(way: Way, viewed: number): void {
  const { agenda, journal, facts, world } = way;
  const draws = way.draws('again');
  if (journal.row.crisisFloor && way.draws('end').happens(KEEPS_SAFETY_PLAN)) {
    agenda.plan(viewed, (at) => journal.write(at, byPerson('safety.plan', {})));
  }
  let answered = 1;
  for (const share of ANSWERS_AGAIN) {
    const suggested = recheckDay(world.policies[0].policy, answered);
    const [answers, late] = [
      draws.happens(facts.engaged ? share : share * LESS_AFTER_STOP),
      draws.wait(LATE_DAYS),
    ];
    if (answers) agenda.plan(suggested + 0.5 + late, (at) => checkAgain(way, at));
    answered = suggested;
  }
}

function checkAgain(way: Way, at: number): void {
  const { journal, person, facts, mechanisms, arm, scenario } = way;
  if (!journal.may('screening.started') || journal.row.viewedDay === null) return;
  const draws = way.draws('again');
  beginCheck(way, at);
  if (draws.happens(BREAKS_OFF)) return;
  const z = STABILITY * person.z + Math.sqrt(1 - STABILITY ** 2) * draws.normal();
  const treated = facts.attended === null ? 0 : TREATED;
  const harmed = mechanisms.arm === 'harm' && arm === 1 ? HARMED : 0;
  const { mean, sd } = scenario.severity;
  completeCheck(way, at, mean + sd * z + treated + harmed);
  if (!draws.happens(VIEWS)) return;
  const { occasion, tierOffered: tier } = journal.row;
  journal.write(at, byPerson('result.viewed', { occasion: occasion ?? 0 }));
  // Giving up is for good.
  if (tier === null || !draws.happens(DECIDES) || facts.steppedOut !== null) return;
  const decision = decisionFor(journal.row, tier);
  journal.write(at, byPerson('tier.decided', { tier, decision, askAgainDays: null }));
}
