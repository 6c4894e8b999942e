import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import {
  type AnswerStep,
  NO_STEP_REASONS,
  readStep,
  STEP_UP_REASONS,
  storedStep,
  takenAs,
  tierAbove,
} from '#lib/domain/guidance/answer-step.ts';
import { DRAFT, EMPTY_DRAFT, readDraft, stepOf, writeDraft } from '#lib/domain/guidance/draft.ts';
import { REPLY_STEPS } from '#lib/domain/guidance/reply-step.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

const step: fc.Arbitrary<AnswerStep> = fc.oneof(
  fc.record({ kind: fc.constantFrom('plan' as const, 'group' as const, 'recheck' as const) }),
  fc.record({ kind: fc.constant('service' as const), service: fc.constant('clinic' as ServiceId) }),
  fc.record({
    kind: fc.constant('step_up' as const),
    tier: fc.constantFrom('community' as const, 'face_to_face' as const),
    reason: fc.constantFrom(...STEP_UP_REASONS),
  }),
  fc.record({ kind: fc.constant('none' as const), reason: fc.constantFrom(...NO_STEP_REASONS) }),
);

describe('what an answer leads to', () => {
  it('is read back as it was stored, and is something to take unless it is none', () => {
    fc.assert(
      fc.property(step, (one) => {
        expect(readStep(storedStep(one))).toEqual(one);
        const taken = takenAs(one);
        expect(taken === null).toBe(one.kind === 'none');
        if (taken !== null) expect(REPLY_STEPS).toContain(taken);
      }),
    );
    expect(readStep({ step: null, stepTarget: null, stepReason: null })).toBeNull();
    expect(takenAs({ kind: 'step_up', tier: 'community', reason: 'asked' })).toBe('group');
    expect(takenAs({ kind: 'step_up', tier: 'face_to_face', reason: 'asked' })).toBe('service');
  });

  it('goes up by one level that is open, never down', () => {
    const open = (...tiers: Tier[]) => new Set(tiers);
    expect(tierAbove('guidance', open(...TIERS))).toBe('community');
    expect(tierAbove('guidance', open('guidance', 'face_to_face'))).toBe('face_to_face');
    expect(tierAbove('community', open(...TIERS))).toBe('face_to_face');
    expect(tierAbove('face_to_face', open(...TIERS))).toBeNull();
    expect(tierAbove(null, open(...TIERS))).toBe('community');
    expect(tierAbove('guidance', open())).toBeNull();
  });
});

describe('a draft', () => {
  it('is read back as it was written, whatever was typed, and never fails', () => {
    const typed = fc.record({
      text: fc.string({ unit: 'binary', maxLength: 5000 }),
      step: fc.oneof(fc.constantFrom('plan', 'none', ''), fc.string()),
      service: fc.string(),
      comment: fc.string(),
    });
    fc.assert(
      fc.property(typed, (values) => {
        const draft = DRAFT.parse(values);
        expect(readDraft(writeDraft(draft))).toEqual(draft);
      }),
    );
    expect(readDraft(null)).toEqual(EMPTY_DRAFT);
  });

  it('has a step only where everything that belongs to it is chosen', () => {
    const choices = {
      services: new Set(['clinic']),
      open: new Set<Tier>(TIERS),
      above: 'community' as const,
    };
    const of = (change: Partial<typeof EMPTY_DRAFT>) =>
      stepOf({ ...EMPTY_DRAFT, ...change }, choices);
    expect(of({ step: 'service', service: 'clinic' }).ok).toBe(true);
    expect(of({ step: 'group' }).ok).toBe(true);
    expect(of({ step: 'step_up', upReason: 'asked' })).toEqual({
      ok: true,
      value: { kind: 'step_up', tier: 'community', reason: 'asked' },
    });
    expect(of({ step: 'service', service: 'other' }).ok).toBe(false);
    expect(of({ step: 'none' }).ok).toBe(false);
    expect(of({ step: 'none', noReason: 'danger' }).ok).toBe(true);
    expect(of({}).ok).toBe(false);
    const shut = { ...choices, open: new Set<Tier>(), above: null };
    expect(stepOf({ ...EMPTY_DRAFT, step: 'group' }, shut).ok).toBe(false);
    expect(stepOf({ ...EMPTY_DRAFT, step: 'step_up', upReason: 'asked' }, shut).ok).toBe(false);
  });
});
