import type { Day } from '#lib/domain/basics/ids.ts';
import { DIRECT } from '#lib/domain/pathway/entry-point.ts';
import { factsAt } from '#lib/domain/pathway/facts-at.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import type { Care, Signs } from '#lib/domain/routing/facts.ts';
import { route } from '#lib/domain/routing/route.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { firstForm, scoreTopic, type TopicAnswers } from '#lib/domain/screening/topics.ts';
import type { Draws } from './draws.ts';
import { answerAt, PHQ9_ITEMS } from './graded.ts';
import { byPerson, bySystem } from './journal.ts';
import type { Way } from './way.ts';
import { policyOn } from './world.ts';

/** Of each question that somebody would rather not answer. An assumption. */
const DECLINES = 0.004;

/** What is asked beside the form. Assumptions. */
const CARE: readonly (readonly [Care, number])[] = [
  ['none', 0.87],
  ['in_care', 0.09],
  ['declined', 0.04],
];
const SIGNS: readonly (readonly [Signs, number])[] = [
  ['none', 0.94],
  ['some', 0.02],
  ['declined', 0.04],
];

/** How hard it makes things, 0 to 3: where each answer begins on latent severity, and its slope. An assumption. */
const DIFFICULTY = { a: 1.5, b: [0.5, 1.6, 2.6] } as const;

/** Who comes by none of the service's listed addresses; the rest come by each of them alike. An assumption. */
const DIRECTLY = 0.6;

/** The check of low mood: the only one whose answers have a model here. */
const TOPIC = 'mood';

interface Answered {
  readonly answers: TopicAnswers;
  readonly care: Care;
  readonly signs: Signs;
}

function answersAt(theta: number, draws: Draws, isEnglish: boolean): Answered {
  const items = PHQ9_ITEMS.map((item): ItemAnswer => {
    const [declines, u] = [draws.happens(DECLINES), draws.uniform()];
    return declines ? 'declined' : answerAt(theta, item, u);
  });
  // Asked in English alone (decision D22).
  const u = draws.uniform();
  const difficulty = isEnglish ? answerAt(theta, DIFFICULTY, u) : null;
  const [care, signs] = [draws.choose(CARE), draws.choose(SIGNS)];
  return { answers: { topic: TOPIC, items, worry: [], difficulty }, care, signs };
}

function entryOf({ world: { entryPoints = [] }, draws }: Way): string {
  const from = draws('entry');
  if (entryPoints.length === 0 || from.happens(DIRECTLY)) return DIRECT;
  return from.choose(entryPoints.map((code) => [code, 1] as const));
}

/** Somebody begins to answer. */
export function beginCheck(way: Way, at: number): void {
  const { journal, person, start, world, mechanisms } = way;
  const occasion = (journal.row.occasion ?? -1) + 1;
  const today = (start + Math.floor(at)) as Day;
  const policyHash = policyOn(world, mechanisms.policySwitch, today).hash;
  const payload = { instrument: firstForm(TOPIC), locale: person.locale, occasion } as const;
  const came = occasion === 0 ? { entryPoint: entryOf(way) } : {};
  const started = byPerson('screening.started', { ...payload, ageBand: 'adult', ...came });
  journal.write(at, { ...started, policyHash } as NewTransition);
}

/** The answers, scored and placed by the product's own rules, and what it records of them. */
export function completeCheck(way: Way, at: number, theta: number): void {
  const { journal, person, start, world, mechanisms, facts } = way;
  const occasion = journal.row.occasion ?? 0;
  const draws = occasion === 0 ? way.draws('answers') : way.draws('again');
  const { answers, care, signs } = answersAt(theta, draws, person.locale === 'en');
  const scores = scoreTopic(answers);
  const moment = { occasion, day: journal.dayAt(at), scores };
  const policy = policyOn(world, mechanisms.policySwitch, (start + Math.floor(at)) as Day);
  const placed = route({ ...factsAt(journal.transitions, moment), care, signs }, policy);
  const { tier, ruleId, reason, crisisFloor, alsoOpen, policyHash } = placed;
  const offered = bySystem('tier.offered', {
    ...{ occasion, tier, ruleId, reason, crisisFloor },
    alsoOpen: [...alsoOpen],
  });
  const kept = scores.map(({ subscales: _s, result: _r, crisis: _c, ...score }) =>
    byPerson('screening.completed', { ...score, occasion, care, signs }),
  );
  const shown = placed.supportFirst ? [bySystem('safety.shown', { trigger: 'item9' })] : [];
  facts.thetas.push(theta);
  journal.write(at, ...kept, ...shown, { ...offered, policyHash } as NewTransition);
}
