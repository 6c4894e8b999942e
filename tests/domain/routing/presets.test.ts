import { describe, expect, test } from 'vitest';
import { firstCheck } from '#lib/domain/routing/facts.ts';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { DEFAULT_PRESET_ID, PRESETS } from '#lib/domain/routing/presets.ts';
import { findPolicyProblems } from '#lib/domain/routing/problems.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';
import { route } from '#lib/domain/routing/route.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

const rulesOf = (id: string, instrument = 'phq-9') =>
  PRESETS.find((preset) => preset.id === id)
    ?.policy.tables.find((table) => table.instrument === instrument)
    ?.rows.map(({ from, to, tier, alsoOpen }) => `${from}-${to} ${[tier, ...alsoOpen].join(' ')}`);

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s', (id, preset) => {
  test('is a sound policy under its own name', () => {
    expect(policySchema.parse(preset.policy)).toEqual(preset.policy);
    expect(findPolicyProblems(preset.policy, new Set(TIERS))).toEqual([]);
    expect(preset.policy.name).toBe(id);
    expect(preset.policy.recheckAfterDays).toBe(14);
  });

  test('names for every cut-off where it comes from and whom it was measured in', () => {
    const starts = preset.policy.tables.flatMap(({ instrument, rows }) =>
      rows.slice(1).map(({ from }) => `${instrument} ${from}`),
    );
    expect(preset.cutoffs.map(({ instrument, from }) => `${instrument} ${from}`)).toEqual(starts);
    for (const { instrument, from, citation, population } of preset.cutoffs) {
      expect(citation).toMatch(/DOI 10\.|https:/);
      expect(population.length).toBeGreaterThan(20);
      const named = preset.policy.source.split(`: ${citation}.`)[0] ?? '';
      expect(preset.policy.source).toContain(`: ${citation}.`);
      expect(named).toContain(`${instrument.toUpperCase()} ${from}`);
    }
  });
});

test('a new deployment starts with the cut-offs of decision D10', () => {
  expect(DEFAULT_PRESET_ID).toBe('review-default');
  expect(rulesOf(DEFAULT_PRESET_ID)).toEqual([
    '0-4 guidance',
    '5-9 community guidance',
    '10-27 face_to_face guidance community',
  ]);
});

test('every form that ships with its wording has its own cut-offs', () => {
  const forms = (id: string) =>
    ['gad-7', 'phq-4', 'phq-2', 'k10', 'k6'].map((form) =>
      rulesOf(id, form)?.map((row) => row.split(' ').slice(0, 2).join(' ')),
    );
  expect(forms('review-default')).toEqual([
    ['0-4 guidance', '5-9 community', '10-21 face_to_face'],
    ['0-2 guidance', '3-5 community', '6-12 face_to_face'],
    ['0-2 guidance', '3-6 face_to_face'],
    ['10-19 guidance', '20-24 community', '25-50 face_to_face'],
    ['0-4 guidance', '5-12 community', '13-24 face_to_face'],
  ]);
  expect(forms('nice-ng222-like')[0]).toEqual([
    '0-4 guidance',
    '5-7 community',
    '8-21 face_to_face',
  ]);
  expect(forms('conservative')).toEqual([
    ['0-4 guidance', '5-21 face_to_face'],
    ['0-2 guidance', '3-12 face_to_face'],
    ['0-1 guidance', '2-6 face_to_face'],
    ['10-19 guidance', '20-50 face_to_face'],
    ['0-4 guidance', '5-24 face_to_face'],
  ]);
});

describe('at a later check of the default policy', () => {
  const policy = PRESETS.find(({ id }) => id === DEFAULT_PRESET_ID)?.policy;
  const offered = (instrument: string, total: number, change: number) =>
    route(
      {
        ...firstCheck(plainScore(instrument, { total })),
        recheck: true,
        change: { [instrument]: change },
      },
      { policy, hash: 'h' },
    ).tier;

  test.each([
    ['phq-9', 5, -5, 'face_to_face'],
    ['phq-9', 5, -6, 'community'],
    ['phq-9', 4, -5, 'guidance'],
    ['phq-9', 4, 0, 'guidance'],
    ['gad-7', 5, -3, 'face_to_face'],
    ['gad-7', 5, -4, 'community'],
    ['gad-7', 4, 4, 'community'],
    ['gad-7', 4, 3, 'guidance'],
  ] as const)('%s %i after a change of %i leads to %s', (instrument, total, change, tier) => {
    expect(offered(instrument, total, change)).toBe(tier);
  });

  test.each([{ care: 'in_care' }, { signs: 'some' }] as const)(
    'somebody with %j is offered a person at once',
    (fact) => {
      const facts = { ...firstCheck(plainScore('phq-9', { total: 1 })), ...fact };
      expect(route(facts, { policy, hash: 'h' }).tier).toBe('face_to_face');
    },
  );
});

test('the other presets split at 16 (NICE NG222) and at 5', () => {
  expect(rulesOf('nice-ng222-like')).toEqual([
    '0-4 guidance',
    '5-15 community guidance',
    '16-27 face_to_face guidance community',
  ]);
  expect(rulesOf('conservative')).toEqual([
    '0-4 guidance community',
    '5-27 face_to_face guidance community',
  ]);
});
