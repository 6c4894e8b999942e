import type { Day } from '#lib/domain/basics/ids.ts';
import { bundleFor } from '#lib/domain/bridges/bundle.ts';
import { topDimension } from '#lib/domain/bridges/rank.ts';
import { assignedWay } from '#lib/domain/pathway/compared.ts';
import { decisionFor } from '#lib/domain/pathway/decision.ts';
import { ideaPayload, intentionOf } from '#lib/domain/pathway/ideas.ts';
import type { PlanWhen, Reminder } from '#lib/domain/plan/plan.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { askGuides, joinGroup } from './company.ts';
import { stateIntention } from './intention.ts';
import { byPerson, bySystem } from './journal.ts';
import { chance, logit } from './logit.ts';
import { tickObstacles } from './obstacles.ts';
import { planReminders } from './remind.ts';
import { planCheckIns } from './told.ts';
import type { Way } from './way.ts';
import { comparedOn } from './world.ts';

/** Measurement.md E4. */
const PLANS = 0.55;
const OPENS_SERVICE = 0.5;

/** What the arm that leads to a plan adds, on the log odds. An assumption. */
const PLAN_ARM = 0.8;

/** Assumptions, all of them. */
const SAME_DAY = 0.8;
const LATEST_DAYS = 5;
const TAKES_OFFERED = 0.7;
const SAYS_OBSTACLES = 0.6;
const LOOKS_AT_IDEA = 0.7;
const USES_IDEA = 0.4;
const SAYS_AGAIN = 0.5;
const CHOOSES_SERVICE = 0.7;
const OWN_WORDS = 0.3;
const COMPANY = { guidance: 0.25, community: 0.15 } as const;
/** On the log odds of company, for each unit of frailty, where it is selection that misleads. An assumption. */
const SELECTION = -3;

const REMINDERS: readonly (readonly [Reminder, number])[] = [
  ['none', 0.4],
  ['email', 0.3],
  ['push', 0.1],
  ['calendar', 0.2],
];
const WHEN: readonly (readonly [PlanWhen, number])[] = [
  ['today', 0.1],
  ['1-3', 0.35],
  ['4-7', 0.3],
  ['8-14', 0.15],
  ['later', 0.1],
];

/** Days from a plan to its day: the middle of what is recorded of it. */
const DAYS_TO: Readonly<Record<PlanWhen, number>> = {
  today: 0,
  '1-3': 2,
  '4-7': 5,
  '8-14': 11,
  later: 21,
};

/** Somebody goes on from the result: mostly at once, else within the days in which a stop is not yet one. */
export function takeStep(way: Way, at: number): void {
  const draws = way.draws('step');
  const [sameDay, later] = [draws.happens(SAME_DAY), 1 + draws.uniform() * (LATEST_DAYS - 1)];
  way.agenda.plan(sameDay ? at + 0.005 : at + later, (moment) => decide(way, moment));
}

function decide(way: Way, at: number): void {
  const { journal } = way;
  const draws = way.draws('step');
  const tier = chosenTier(way);
  const decision = decisionFor(journal.row, tier);
  journal.write(at, byPerson('tier.decided', { tier, decision, askAgainDays: null }));
  if (draws.happens(SAYS_OBSTACLES)) sayObstacles(way, at);
  if (draws.happens(SAYS_AGAIN)) stateIntention(way, at, 'after_step');
  goTo(way, tier, at);
  meetWay(way, at);
  makePlan(way, tier, at);
}

function chosenTier({ journal, draws }: Way): Tier {
  const offered = journal.row.tierOffered;
  const weight = (tier: Tier) => (tier === offered ? TAKES_OFFERED : (1 - TAKES_OFFERED) / 2);
  return draws('step').choose(TIERS.map((tier) => [tier, weight(tier)] as const));
}

function sayObstacles({ journal, person, draws }: Way, at: number): void {
  const ticks = draws('ticks');
  const { answer, codes } = tickObstacles(person.obstacles, ticks);
  const intention = intentionOf(journal.row);
  const top = topDimension(codes, intention);
  journal.write(at, byPerson('barriers.reported', { answer, codes: [...codes], top }));
  if (answer !== 'given') return;
  for (const idea of bundleFor({ codes, intention, population: 'general' })) {
    if (!ticks.happens(LOOKS_AT_IDEA)) return;
    journal.write(at, bySystem('bridge.shown', ideaPayload(idea)));
    if (ticks.happens(USES_IDEA)) journal.write(at, byPerson('bridge.used', ideaPayload(idea)));
  }
}

/** Where the chosen step leads, and who has company on the way to a visit. */
function goTo(way: Way, tier: Tier, at: number): void {
  const draws = way.draws('plan');
  const [opens, chooses] = [draws.happens(OPENS_SERVICE), draws.happens(CHOOSES_SERVICE)];
  const beside = { guidance: draws.uniform(), community: draws.uniform() };
  if (tier === 'face_to_face' && opens) openService(way, at, chooses);
  const more = way.mechanisms.substitution === 'selection' ? SELECTION * way.person.frailty : 0;
  const uses = (one: keyof typeof COMPANY) =>
    tier === one || beside[one] < chance(logit(COMPANY[one]) + more);
  if (uses('guidance')) askGuides(way, at + 0.01);
  if (uses('community')) joinGroup(way, at + 0.01);
}

function openService({ journal, world, draws }: Way, at: number, chooses: boolean): void {
  const service = draws('plan').choose(world.services.map((one) => [one, 1] as const));
  journal.write(at, byPerson('referral.opened', { serviceId: service.id }));
  if (!chooses) return;
  const chosen = { serviceId: service.id, mode: service.mode };
  journal.write(at, byPerson('referral.chosen', chosen));
}

/** What chance gives before a plan, where a comparison runs. */
function meetWay({ id, journal, world, start }: Way, at: number): void {
  const compared = comparedOn(world, (start + Math.floor(at)) as Day);
  if (compared) journal.write(at, ...compared.assign(id, journal.row));
}

function makePlan(way: Way, tier: Tier, at: number): void {
  const { journal, mechanisms, arm, facts } = way;
  const draws = way.draws('plan');
  const isLed =
    (mechanisms.arm === 'plan' && arm === 1) ||
    assignedWay(journal.transitions)?.way === 'if-then-plan';
  const shift = isLed ? PLAN_ARM : 0;
  const plans = draws.happens(chance(logit(PLANS) + shift));
  const [reminder, when] = [draws.choose(REMINDERS), draws.choose(WHEN)];
  const ownWords = draws.happens(OWN_WORDS);
  if (!plans) return;
  facts.planned = true;
  const hasWhere = journal.row.service !== null;
  journal.write(at, byPerson('plan.made', { tier, when, hasWhere, ownWords, reminder }));
  if (reminder === 'email' || reminder === 'push') planReminders(way, at + DAYS_TO[when], reminder);
  planCheckIns(way, at);
}
