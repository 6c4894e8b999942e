import type { StratumCounts } from '#lib/domain/evaluation/trials/counts.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { countsOf } from './counts.ts';

/** For how many days everybody is followed. */
const DAYS = 14;

interface Person {
  readonly arm: StratumCounts['arm'];
  readonly band: string;
  readonly came: number;
  readonly saw: boolean;
  readonly withdrew: number | null;
  readonly harmed: number | null;
  readonly went: number | null;
  readonly told: boolean;
  readonly heard: boolean;
  readonly planned: boolean;
}

/** A few people a day for 50 days, of whom some come to harm, some go, and a few take their consent back. */
function peopleOf({ arms }: Registration, random: () => number): readonly Person[] {
  const most = 2 + 5 * random();
  const harm = 0.03 + 0.2 * random();
  const goes = 0.1 + 0.5 * random();
  const within = (likely: number, from: number) =>
    random() < likely ? from + Math.floor(DAYS * random()) : null;
  return Array.from({ length: 50 }, (_day, came) =>
    Array.from({ length: Math.floor(most * random()) }, (): Person => {
      const went = within(goes, came);
      return {
        arm: arms[Math.floor(arms.length * random())]?.way ?? 'if-then-plan',
        band: random() < 0.7 ? 'moderate' : 'mild',
        ...{ came, went, saw: random() < 0.96, harmed: within(harm, came) },
        withdrew: random() < 0.03 ? came + Math.floor(30 * random()) : null,
        ...{ told: random() < 0.9, heard: random() < 0.7, planned: random() < 0.4 },
      };
    }),
  ).flat();
}

/** How each arm does by the end of a day, by band. */
function countOn(people: readonly Person[], day: number): readonly StratumCounts[] {
  const [nobody] = countsOf([{}]);
  const strata = new Map<string, StratumCounts>();
  const by = (at: number | null) => at !== null && at <= day;
  for (const one of people.filter(({ came }) => came <= day)) {
    const { arm, band } = one;
    const agrees = !by(one.withdrew);
    const followed = agrees && day - one.came >= DAYS;
    const attended = followed && one.went !== null;
    const is = {
      ...{ assigned: true, shown: agrees && one.saw, harmed: by(one.harmed), followed, attended },
      heard: followed && (attended || one.heard),
      told: attended && one.told,
      verified: attended && !one.told,
      planned: followed && one.planned,
      booked: attended && one.planned,
    };
    const key = `${arm} ${band}`;
    const so = strata.get(key) ?? { ...(nobody as StratumCounts), arm, band, locale: 'en' };
    const added = Object.entries(is).map(([stage, yes]) => [
      stage,
      so[stage as keyof typeof is] + Number(yes),
    ]);
    strata.set(key, { ...so, ...Object.fromEntries(added) });
  }
  return [...strata.values()];
}

/** A small comparison of 60 days and a few more: how it stands on each of them. */
export function smallTrial(registration: Registration, random: () => number) {
  const people = peopleOf(registration, random);
  return (day: number) => countOn(people, day);
}
