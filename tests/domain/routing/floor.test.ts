import { describe, expect, test } from 'vitest';
import { applyFloor } from '#lib/domain/routing/floor.ts';
import type { Placement } from '#lib/domain/routing/placement.ts';
import { scoreOf } from './scores.ts';

const placed = (part: Partial<Placement> = {}): Placement => ({
  tier: 'guidance',
  reason: 'policy',
  ruleId: 'low',
  policyHash: 'h',
  alsoOpen: [],
  supportFirst: false,
  crisisFloor: false,
  ...part,
});

describe('question 9 above "not at all", or not answered', () => {
  test.each([1, 2, 3, 'declined'] as const)('%s: support first, then face-to-face', (item9) => {
    expect(applyFloor(placed(), [scoreOf({ total: 3, item9 })])).toEqual(
      placed({
        tier: 'face_to_face',
        reason: 'crisis_floor',
        alsoOpen: ['guidance'],
        supportFirst: true,
        crisisFloor: true,
      }),
    );
  });

  test('acts without a total', () => {
    const score = scoreOf({ total: null, item9: 'declined' });
    const none = placed({
      tier: null,
      reason: 'no_total',
      alsoOpen: ['face_to_face', 'community'],
    });
    expect(applyFloor(none, [score])).toMatchObject({
      tier: 'face_to_face',
      alsoOpen: ['community'],
    });
  });

  test('acts where the policy already says face-to-face', () => {
    const high = placed({ tier: 'face_to_face', alsoOpen: ['guidance', 'community'] });
    expect(applyFloor(high, [scoreOf({ item9: 1, total: 25 })])).toEqual({
      ...high,
      reason: 'crisis_floor',
      supportFirst: true,
      crisisFloor: true,
    });
  });

  test('acts on the flag and on the answer alike, should they ever disagree', () => {
    expect(applyFloor(placed(), [scoreOf({ item9: 0, crisis: true })]).crisisFloor).toBe(true);
    expect(applyFloor(placed(), [scoreOf({ item9: 2, crisis: false })]).crisisFloor).toBe(true);
  });
});

describe('a severe total', () => {
  test('leads to face-to-face from 20 and not before', () => {
    expect(applyFloor(placed(), [scoreOf({ total: 20 })])).toEqual(
      placed({ tier: 'face_to_face', reason: 'severe_floor', alsoOpen: ['guidance'] }),
    );
    expect(applyFloor(placed(), [scoreOf({ total: 27 })]).tier).toBe('face_to_face');
    expect(applyFloor(placed(), [scoreOf({ total: 19 })])).toEqual(placed());
  });

  test('changes nothing where the policy already says face-to-face', () => {
    const high = placed({ tier: 'face_to_face' });
    expect(applyFloor(high, [scoreOf({ total: 27 })])).toEqual(high);
  });
});

test('no total and "not at all" to question 9: nothing is chosen beforehand', () => {
  const none = placed({ tier: null, reason: 'no_total' });
  expect(applyFloor(none, [scoreOf({ total: null })])).toEqual(none);
});

test('the floor closes nothing that was open', () => {
  const middle = placed({ tier: 'community', alsoOpen: ['guidance'] });
  expect(applyFloor(middle, [scoreOf({ item9: 3 })]).alsoOpen).toEqual(['guidance', 'community']);
});

describe('several forms at once', () => {
  const gad7 = scoreOf({ instrument: 'gad-7', item9: null, crisis: false, total: 21 });

  test('a form that does not ask about self-harm says nothing about it', () => {
    expect(applyFloor(placed(), [gad7])).toEqual(placed());
  });

  test('one crisis answer among them is enough, whichever comes first', () => {
    const phq9 = scoreOf({ item9: 1 });
    expect(applyFloor(placed(), [gad7, phq9]).crisisFloor).toBe(true);
    expect(applyFloor(placed(), [phq9, gad7]).crisisFloor).toBe(true);
    const judged = { ...gad7, instrument: 'asq', total: null, crisis: true };
    expect(applyFloor(placed(), [judged]).supportFirst).toBe(true);
  });

  test('only the PHQ-9 has a severe total', () => {
    const severe = scoreOf({ total: 20 });
    expect(applyFloor(placed(), [gad7, severe]).reason).toBe('severe_floor');
  });
});
