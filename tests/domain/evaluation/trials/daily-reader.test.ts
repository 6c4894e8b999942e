import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { discloseTable } from '#lib/domain/evaluation/disclosure.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import type { Release } from '#lib/domain/evaluation/release/counted.ts';
import {
  KEPT_OUT,
  type KeptOut,
  type StratumCounts,
  sumArms,
} from '#lib/domain/evaluation/trials/counts.ts';
import {
  readArms,
  readResults,
  releaseArms,
  releaseResults,
} from '#lib/domain/evaluation/trials/print-trial.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { dueOf, type MadeRelease, stagesPrinted } from '#lib/domain/evaluation/trials/release.ts';
import type { TrialState } from '#lib/domain/evaluation/trials/state.ts';
import { subgroupsOf } from '#lib/domain/evaluation/trials/subgroups.ts';
import { TRIAL_STAGES, trialTable, WANTED } from '#lib/domain/evaluation/trials/table.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { NIGHTLY } from '../../../support/nightly.ts';
import type { Published } from '../cubes.ts';
import { attackOn, pinnedBy, pinnedByPrints } from '../release-attacker.ts';
import { randomFrom } from '../tables.ts';
import { publishedOf } from './published.ts';
import { smallTrial } from './small-trial.ts';

let solver: WithSolver;
beforeAll(async () => {
  solver = await loadSolver();
});
const SEEDS = NIGHTLY ? 24 : 1;
const template = templates(20_000 as Day).find(
  ({ code }) => code === 'plan-or-feedback',
) as Registration;
const LOOKER = '00000000-0000-4000-8000-000000000000';

/** A Monday. */
const BEGAN = 20_761 as Day;
const [LOOKED, CLOSED, OPENED] = [33, 50, 70];
const EVERYTHING = [...TRIAL_STAGES.map(({ stage }) => stage), 'heard', 'pool', ...KEPT_OUT];
const keptOut: readonly KeptOut[] = [
  { reason: 'earlier', people: 120 },
  { reason: 'safety', people: 7 },
];

interface Seen {
  readonly published: Published;
  /** What the page has a place for. */
  readonly places: readonly string[];
}

/** A release of how a comparison stands, set against those before, as its page shows it. */
function releaseOf(
  registration: Registration,
  now: Parameters<typeof stagesPrinted>[1],
  strata: readonly StratumCounts[],
  history: Release[],
): Seen {
  if (now.state === 'opened') {
    const people = { strata, keptOut };
    const { printed } = releaseResults(registration, people, history, solver);
    const read = readResults(registration, people, printed);
    return { published: publishedOf(registration, people, read), places: EVERYTHING };
  }
  const stages = stagesPrinted(registration, now);
  const people = { strata, keptOut: null };
  const toRelease = { people, stages, history: [...history] };
  const { printed, kept } = releaseArms(registration, toRelease, solver);
  history.push(kept);
  const subgroups = subgroupsOf(registration, () => ({ kind: 'suppressed' }));
  const read = { table: readArms(registration, printed), subgroups, flow: null };
  // Fewer than 50 people have none.
  const places = Object.keys(printed.numbers).length === 0 ? [] : stages;
  return { published: publishedOf(registration, people, read), places };
}

/** All that a reader of every day has seen: each release is what the page shows until the next. */
function released(registration: Registration, early: boolean, seed: number): readonly Seen[] {
  const countOn = smallTrial(registration, randomFrom(seed));
  const releases: MadeRelease[] = [];
  const history: Release[] = [];
  const seen: Seen[] = [];
  for (let day = 0; day <= OPENED; day += 1) {
    const state: TrialState = day < CLOSED ? 'running' : day < OPENED ? 'closed' : 'opened';
    const now = { state, lookedEarly: early && day >= LOOKED };
    const today = (BEGAN + day) as Day;
    const occasion = dueOf(now, { began: BEGAN, today, period: 'week', releases });
    if (occasion === null) continue;
    releases.push({ occasion, countedOn: today });
    seen.push(releaseOf(registration, now, countOn(day - 1), history));
  }
  return seen;
}

/** What nobody may learn: a small number, and a larger one that its page hides. */
function isSecret(seen: readonly Seen[], name: string, truth: number): boolean {
  if (Math.abs(truth) < 10) return true;
  const [release = '', stage = ''] = [name.split(':')[0], name.split(' ').at(-1)];
  const places = seen[Number(release)]?.places ?? [];
  return name.includes(' band ') ? places === EVERYTHING : places.includes(stage);
}

const shownIn = (published: Published | undefined) =>
  published?.files.flat().filter((row) => row[4] !== 'suppressed').length ?? 0;

describe('a reader of the page and the file of a small comparison on each day', () => {
  it.each<[string, Partial<Registration>, boolean]>([
    ['judged once', { analysis: 'fixed' }, false],
    ['that some people look at while it runs', { mayLook: [LOOKER] }, false],
    ['opened early by two people', { analysis: 'fixed' }, true],
  ])(
    'pins no hidden count, no small difference and no small change: %s',
    (_name, change, early) => {
      const registration = { ...template, ...change };
      let shown = 0;
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const seen = released(registration, early, seed);
        expect(seen.length).toBeGreaterThan(7);
        const all = seen.map(({ published }) => published);
        const pinned = pinnedByPrints(all, 10, solver);
        const secrets = pinned.filter(({ name, truth }) => isSecret(seen, name, truth));
        expect(secrets, `seed ${seed}`).toEqual([]);
        shown += shownIn(all.at(-1));
      }
      // There was something to read all the same.
      expect(shown).toBeGreaterThan(8 * SEEDS);
    },
    3_600_000,
  );

  it('pins many where each day is printed as it is counted', () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const countOn = smallTrial(template, randomFrom(seed));
      const days = Array.from({ length: 12 }, (_day, i) => {
        const strata = countOn(30 + i);
        const counted = trialTable(sumArms(strata, template.arms));
        const table = discloseTable(counted, solver, WANTED);
        return publishedOf(
          template,
          { strata, keptOut: null },
          { table, subgroups: [], flow: null },
        );
      });
      expect(pinnedBy(attackOn(days), 10, solver).length, `seed ${seed}`).toBeGreaterThan(0);
    }
  }, 600_000);
});
