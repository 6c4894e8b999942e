import { describe, expect, it } from 'vitest';
import type { BarrierCode } from '#lib/domain/bridges/barriers.ts';
import { ideaPayload, ideasOf } from '#lib/domain/pathway/ideas.ts';
import { RECORDED } from '#lib/domain/pathway/payloads.ts';
import type { NewTransition, Transition } from '#lib/domain/pathway/transition.ts';

const numbered = (steps: readonly NewTransition[]) =>
  steps.map((step, i) => ({ ...step, seq: i + 1, day: 1 }) as Transition);

function said(answer: 'given' | 'none' | 'declined', codes: BarrierCode[] = []): NewTransition {
  const payload = { answer, codes, top: null };
  return { step: 'barriers.reported', origin: 'user', policyHash: null, payload };
}

function likely(phase: 'before_result' | 'after_step', strength: number): NewTransition {
  const payload = { target: 'face_to_face', strength, horizonDays: 30, phase } as const;
  return { step: 'intention.stated', origin: 'user', policyHash: null, payload };
}

const firstOf = (...steps: readonly NewTransition[]) =>
  ideasOf(numbered(steps), 'general')?.ideas[0].barrier;

describe('the ideas of a pathway', () => {
  const both = said('given', ['not-ill', 'cost']);

  it('follow from the last answer about obstacles', () => {
    expect(firstOf(both, said('given', ['waiting']))).toBe('waiting');
    expect(ideasOf(numbered([both, said('given', ['waiting'])]), 'general')?.report).toBe(2);
  });

  it.each(['none', 'declined'] as const)(
    'are none after "%s", and none before any answer',
    (answer) => {
      expect(ideasOf(numbered([both, said(answer)]), 'general')).toBeNull();
      expect(ideasOf([], 'general')).toBeNull();
    },
  );

  it('are ranked by the strength stated after the step, else by the one before the result', () => {
    expect(firstOf(both)).toBe('not-ill');
    expect(firstOf(likely('before_result', 6), both)).toBe('cost');
    expect(firstOf(likely('before_result', 6), likely('after_step', 2), both)).toBe('not-ill');
  });

  it('can each be recorded', () => {
    for (const idea of ideasOf(numbered([both]), 'general')?.ideas ?? []) {
      expect(RECORDED['bridge.shown'].payload.safeParse(ideaPayload(idea)).success).toBe(true);
    }
  });
});
