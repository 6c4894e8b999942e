import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { firstCheck } from '#lib/domain/routing/facts.ts';
import { canonicalPolicy, policySchema } from '#lib/domain/routing/policy.ts';
import { DEFAULT_PRESET_ID, PRESETS } from '#lib/domain/routing/presets.ts';
import { findPolicyProblems } from '#lib/domain/routing/problems.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';
import { route } from '#lib/domain/routing/route.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

const presetOf = (id: string) => PRESETS.find((preset) => preset.id === id);
const rulesOf = (id: string, instrument = 'phq-9') =>
  presetOf(id)
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
  const policy = presetOf(DEFAULT_PRESET_ID)?.policy;
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

/*
 * A policy in use is known by the hash of its text. Whoever changes a cut-off, a rule or a source makes
 * a new version of the preset, and says so here.
 */
test.each([
  ['review-default', '41c1aed2ce74c6559f5b944f1bb5cad1e3da5c021e5aa9a570e190271ea5fdbe'],
  ['nice-ng222-like', 'a59eddc9a024cb629b16f6a21972a54a7e3182fb1cd627260acd4391b4a04667'],
  ['conservative', 'cca7c44779147a62958310ce890ced53f34213d68e56b52c2c18d64d3fcaba78'],
])('%s is the version that its hash names', (id, sha256) => {
  const text = canonicalPolicy(presetOf(id)?.policy);
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
});

test('each preset raises a step for the same reasons, the conservative one never to the middle', () => {
  const raises = (id: string) =>
    presetOf(id)?.policy.raises.map(({ id: name, when, tier, alsoOpen }) => {
      const reasons = when.map(({ fact, ...rest }) => [fact, ...Object.values(rest)].join(' '));
      return `${name}: ${reasons.join(', ')} → ${[tier, ...alsoOpen].join(' ')}`;
    });
  const stepped = [
    'raise-1: recheck, total phq-9 5, change phq-9 -5 → face_to_face guidance community',
    'raise-2: recheck, total gad-7 5, change gad-7 -3 → face_to_face guidance community',
    'raise-3: recheck, change phq-9 6 → face_to_face guidance community',
    'raise-4: recheck, change gad-7 4 → community guidance',
    'raise-5: in_care → face_to_face guidance community',
    'raise-6: signs → face_to_face guidance community',
  ];
  expect(raises('review-default')).toEqual(stepped);
  expect(raises('nice-ng222-like')).toEqual(stepped);
  expect(raises('conservative')).toEqual([
    'raise-1: recheck, change gad-7 4 → face_to_face guidance community',
    'raise-2: in_care → face_to_face guidance community',
    'raise-3: signs → face_to_face guidance community',
  ]);
});

test('whom no table and no rule speaks of is offered a person, and everything else beside', () => {
  for (const { policy } of PRESETS) {
    const alsoOpen = ['guidance', 'community'];
    expect(policy.otherwise).toEqual({ tier: 'face_to_face', alsoOpen });
  }
});

test('each preset says in one text where its order, its cut-offs and its rules come from', () => {
  const sentence = (id: string) => presetOf(id)?.policy.source;
  expect(sentence('review-default')).toMatch(
    /^Order of steps: Chen, Yang 2026, .* the cut-offs are ours\. PHQ-9 5: .* GAD-7 5, GAD-7 10: /,
  );
  expect(sentence('review-default')).toMatch(
    / Reliable change, 6 points on the PHQ-9 and 4 on the GAD-7: .* Care elsewhere, .* decides\.$/,
  );
  expect(sentence('nice-ng222-like')).toMatch(/^PHQ-9 5: .* Not endorsed by NICE\.$/);
  expect(sentence('conservative')).toMatch(
    /^Face-to-face from the lowest published band edge\. PHQ-9 5: .* so a person decides\.$/,
  );
});

test('a cut-off that was not measured in Chinese samples says so', () => {
  const silent = PRESETS.flatMap(({ cutoffs }) => cutoffs).filter(
    ({ population }) => !population.endsWith('; not measured in Chinese samples.'),
  );
  const named = silent.map(({ instrument, from }) => `${instrument} ${from}`);
  // Read in many countries, a guideline, a manual, chosen low on purpose, and one that says "there".
  expect(named).toEqual(['phq-9 10', 'phq-9 16', 'gad-7 8', 'phq-9 5', 'phq-2 2']);
});
