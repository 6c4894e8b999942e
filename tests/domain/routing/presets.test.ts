import { describe, expect, test } from 'vitest';
import { policySchema } from '#lib/domain/routing/policy.ts';
import { DEFAULT_PRESET_ID, PRESETS } from '#lib/domain/routing/presets.ts';
import { findPolicyProblems } from '#lib/domain/routing/problems.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

const rulesOf = (id: string) =>
  PRESETS.find((preset) => preset.id === id)?.policy.rules.map(
    ({ from, to, tier, alsoOpen }) => `${from}-${to} ${[tier, ...alsoOpen].join(' ')}`,
  );

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s', (id, preset) => {
  test('is a sound policy under its own name', () => {
    expect(policySchema.parse(preset.policy)).toEqual(preset.policy);
    expect(findPolicyProblems(preset.policy, new Set(TIERS))).toEqual([]);
    expect(preset.policy.name).toBe(id);
    expect(preset.policy.recheckAfterDays).toBe(14);
  });

  test('names for every cut-off where it comes from and whom it was measured in', () => {
    const starts = preset.policy.rules.map(({ from }) => from).filter((from) => from > 0);
    expect(preset.cutoffs.map(({ from }) => from)).toEqual(starts);
    for (const { from, citation, population } of preset.cutoffs) {
      expect(citation).toMatch(/DOI 10\.|https:/);
      expect(population.length).toBeGreaterThan(20);
      expect(preset.policy.source).toContain(`${from}: ${citation}`);
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
