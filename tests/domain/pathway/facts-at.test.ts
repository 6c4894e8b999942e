import { expect, test } from 'vitest';
import { factsAt, scoresAt } from '#lib/domain/pathway/facts-at.ts';
import type { PayloadOf, Transition } from '#lib/domain/pathway/transition.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Score } from '#lib/domain/screening/score.ts';

const common = { origin: 'user', policyHash: null } as const;
let seq = 0;

function completed(instrument: string, total: number | null, day = 1): Transition {
  seq += 1;
  const rest = { band: null, symptomClass: null, item9: 0, difficulty: null, missing: 0 } as const;
  const payload = { instrument, total, occasion: 0, ...rest };
  return { ...common, seq, day, step: 'screening.completed', payload };
}

function decided(
  tier: Tier | null,
  day: number,
  decision: PayloadOf<'tier.decided'>['decision'] = 'accepted',
): Transition {
  seq += 1;
  return {
    ...common,
    seq,
    day,
    step: 'tier.decided',
    payload: { tier, decision, askAgainDays: null },
  };
}

const form = (instrument: string, total: number | null) => ({
  ...plainScore(instrument, {}),
  total,
});
const at = (before: readonly Transition[], scores: readonly Score[], day: number) =>
  factsAt(before, { occasion: 1, day, scores });

test('nothing before says nothing', () => {
  expect(at([], [form('phq-9', 12)], 1)).toMatchObject({ change: {}, step: null, recheck: true });
});

test('a change is counted from the last time of the same form', () => {
  const before = [completed('phq-9', 20), completed('phq-9', 8), completed('gad-7', 5)];
  expect(at(before, [form('gad-7', 3), form('phq-9', 14)], 20).change).toEqual({
    'gad-7': -2,
    'phq-9': 6,
  });
  expect(at(before, [form('phq-4', 3)], 20).change).toEqual({});
});

test('a check that could not be added up gives no change, now or then', () => {
  const before = [completed('phq-9', 20), completed('phq-9', null)];
  expect(at(before, [form('phq-9', 14)], 20).change).toEqual({});
  expect(at([completed('phq-9', 20)], [form('phq-9', null)], 20).change).toEqual({});
});

test('the step is the one chosen last, a refusal of a later offer does not end it', () => {
  const before = [
    decided('guidance', 2),
    decided('community', 5, 'stepped_up'),
    decided(null, 9, 'declined'),
    completed('phq-9', 3, 9),
  ];
  expect(at(before, [], 19).step).toEqual({ tier: 'community', days: 14 });
  expect(at(before, [], 500).step).toEqual({ tier: 'community', days: 365 });
  expect(at([decided(null, 2, 'declined')], [], 19).step).toBeNull();
});

const begun = (occasion: number): Transition => {
  seq += 1;
  const payload = { instrument: 'phq-9', locale: 'en', occasion, ageBand: 'adult' } as const;
  return { ...common, seq, day: 1, step: 'screening.started', payload };
};

const answered = (more: Partial<PayloadOf<'screening.completed'>>): Transition => {
  const one = completed('phq-9', 8);
  return { ...one, payload: { ...one.payload, ...more } } as Transition;
};

test('the scores of a check are those of its finished forms alone, with their crisis', () => {
  const item9s = [0, 1, 3, 'declined', null] as const;
  const before = [
    begun(0),
    answered({ occasion: 1 }),
    ...item9s.map((item9) => answered({ item9, missing: 2, difficulty: 3 })),
    begun(1),
  ];
  expect(scoresAt(before, 0).map(({ item9, crisis }) => [item9, crisis])).toEqual([
    [0, false],
    [1, true],
    [3, true],
    ['declined', true],
    [null, false],
  ]);
  expect(scoresAt(before, 0)[0]).toEqual({
    instrument: 'phq-9',
    total: 8,
    band: null,
    subscales: {},
    result: null,
    symptomClass: null,
    missing: 2,
    item9: 0,
    difficulty: 3,
    crisis: false,
  });
  expect(scoresAt(before, 1)).toHaveLength(1);
  expect(scoresAt(before, 2)).toEqual([]);
  // A check that was only begun is no last time.
  expect(at([completed('phq-9', 20), begun(0)], [form('phq-9', 14)], 5).change).toEqual({
    'phq-9': -6,
  });
});

test('what was said of care and of signs is that of this check', () => {
  const before = [
    answered({ occasion: 1, care: 'in_care', signs: 'some' }),
    answered({ occasion: 2, care: 'none' }),
    answered({ occasion: 3 }),
  ];
  const said = (occasion: number) => {
    const { care, signs } = factsAt(before, { occasion, day: 1, scores: [] });
    return [care, signs];
  };
  expect([1, 2, 3, 4].map(said)).toEqual([
    ['in_care', 'some'],
    ['none', null],
    [null, null],
    [null, null],
  ]);
});

test('of many chosen steps the last one counts', () => {
  const before = [decided('guidance', 2), decided('face_to_face', 4), decided('community', 9)];
  expect(at(before, [], 12).step).toEqual({ tier: 'community', days: 3 });
});
