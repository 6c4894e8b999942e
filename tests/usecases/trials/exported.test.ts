import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { viewTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { packageMaker, type Row, readRows } from '../../support/package-maker.ts';
import {
  expectLoads,
  expectParquetIsCsv,
  isHere,
  LOADERS,
} from '../../support/package-programs.ts';
import { NOW } from '../staff/people.ts';
import { ARMS, exportingOn, GROUPS } from './exporting.ts';

const test = packageMaker();
const { as, begin, codeOf, get, move, open, taken, two } = exportingOn(test);
/** Everybody of `assignMany` began then, was assigned on day 1, and is followed for 30 days. */
const BEGAN = Math.floor(NOW / 86_400_000) - 60;

function recount(rows: readonly Row[], arm: string) {
  const mine = rows.filter((row) => row['arm'] === arm);
  return { x: mine.filter(({ attended }) => attended === 'yes').length, n: mine.length };
}

/** Newcombe's method 10 (1998) from Wilson's intervals, written anew: what a reader of the paper would do. */
function newcombe(a: { x: number; n: number }, b: { x: number; n: number }) {
  const z = 1.959963984540054;
  const ends = ({ x, n }: { x: number; n: number }) => {
    const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
    return [(2 * x + z * z - half) / (2 * (n + z * z)), (2 * x + z * z + half) / (2 * (n + z * z))];
  };
  const [p, q] = [a.x / a.n, b.x / b.n];
  const [[l1 = 0, u1 = 0], [l2 = 0, u2 = 0]] = [ends(a), ends(b)];
  return {
    diff: p - q,
    lo: p - q - Math.hypot(p - l1, u2 - q),
    hi: p - q + Math.hypot(u1 - p, q - l2),
  };
}

describe('a finished comparison', () => {
  let id: string;
  let whole: Awaited<ReturnType<typeof taken>>;
  beforeAll(async () => {
    id = await begin(GROUPS);
    await open(id);
    whole = await taken(id);
  }, 60_000);

  it('is worked out again from the file alone, as its page shows it', async () => {
    const { rows } = whole;
    const [a, b] = ARMS.map((arm) => recount(rows, arm)) as [{ x: 0; n: 0 }, { x: 0; n: 0 }];
    expect([a, b]).toEqual([
      { x: 83, n: 203 },
      { x: 61, n: 198 },
    ]);
    const page = (await viewTrial(as(two()[1], 'trials:read'), id))?.figures;
    const printed = ({ x, n }: typeof a, by = 0) => ({
      x: roundCount(x) + by,
      n: roundCount(n) - by,
    });
    const { diff } = newcombe(printed(a), printed(b));
    // Rounding moves each count by 2 at most.
    const { lo } = newcombe(printed(a, -2), printed(b, 2));
    const { hi } = newcombe(printed(a, 2), printed(b, -2));
    // Nobody went by a code alone, so what people said is any evidence.
    const shown = page?.effect?.attended;
    expect(shown?.kind).toBe('newcombe');
    for (const [got, want] of [
      [shown?.diff, diff],
      [shown?.lo, lo],
      [shown?.hi, hi],
    ]) {
      expect(got).toBeCloseTo(want as number, 12);
    }
  });

  it('is worked out again by R', async () => {
    if (!isHere('Rscript')) return;
    const { folder } = whole;
    const code = await codeOf(id);
    const script = 'tests/support/comparison.R';
    const text = execFileSync('Rscript', [script, folder, code, ...ARMS], { encoding: 'utf8' });
    const numbers = text.trim().split(/\s+/).map(Number);
    const [a, b] = [
      { x: 83, n: 203 },
      { x: 61, n: 198 },
    ];
    const { diff, lo, hi } = newcombe(a, b);
    for (const [i, want] of [a.x, a.n, b.x, b.n, diff, lo, hi].entries()) {
      expect(numbers[i]).toBeCloseTo(want, 10);
    }
  });

  it('stands beside its registration, which its hash locks, and names no member of staff', async () => {
    const { folder, registered } = whole;
    const { registration, hash } = await get(id);
    expect(registered).toMatchObject({ hash, registration, deviations: [], opened_early: false });
    expect(registered.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['proposed', 'registered', 'started', 'closed', 'opened'],
    ]);
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, one]) => [key, sorted(one)]),
            )
          : value;
    const text = JSON.stringify(sorted(registered.registration));
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    const file = readFileSync(join(folder, 'experiments.json'), 'utf8');
    for (const { id: one, name } of two()) {
      expect(file).not.toContain(name);
      expect(file).not.toContain(one);
    }
  });

  it('has what went otherwise', async () => {
    const note = (await move(two()[0], id, 'deviation')).ok && 'For a test.';
    const { registered } = await taken(id);
    expect(registered.deviations).toEqual([{ on: '2026-11-23', note }]);
  });

  it('is in names of its own, with no day and no week, and every loader reads it', async () => {
    const { folder, contents, rows } = whole;
    const names = new Set(rows.map(({ assignment }) => assignment?.slice(0, 20)));
    expect(names.size).toBe(rows.length);
    const persons = readRows(folder, 'pathways.csv').map(({ person }) => person?.slice(0, 20));
    expect(persons.length).toBeGreaterThan(rows.length);
    for (const person of persons) expect(names).not.toContain(person);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...['assignment', 'experiment', 'arm', 'stratum', 'shown', 'planned', 'booked', 'attended'],
    ]);
    expect(rows.filter(({ stratum }) => stratum === 'mild')).toHaveLength(183);
    const client = await test.research.connect();
    await client.query("SELECT set_config('handrail.cutoff', '2027-01-01', false)");
    const bare = client.query('SELECT assignment FROM pub.package_assignments');
    await expect(bare).rejects.toThrow(/study_key/);
    client.release(true);
    await expectParquetIsCsv(folder, contents);
    for (const [program, script] of LOADERS) {
      if (isHere(program)) expectLoads(program, script, folder, contents);
    }
  });

  it('is not in the file one day before the last window is over, nor in the open tier', async () => {
    const at = async (day: number) => (await taken(id, { cutoff: day as Day })).rows.length;
    // Day 1 is two dates, so 30 days are over on the 31st.
    expect(await at(BEGAN + 30)).toBe(0);
    expect(await at(BEGAN + 31)).toBe(401);
    const without = ['consent_text', 'referral_day', 'plan_day', 'tier_decided', 'furthest'];
    const more = ['instrument', 'entry', 'band', 'intention_before', 'attended_self_day'];
    const { rows, registered } = await taken(id, { tier: 'open', without: [...without, ...more] });
    expect([rows, registered]).toEqual([[], undefined]);
  });

  it('is whole, whichever people are asked for', async () => {
    const filter = { from: '2026-Q4', to: null, instrument: null } as const;
    const { contents, rows } = await taken(id, { filter });
    expect(rows).toHaveLength(401);
    expect(contents.people).toBeLessThan(401);
  });
});
