import { describe, expect, it } from 'vitest';
import { derive } from '#lib/domain/pathway/derive.ts';
import { personCardPayload } from '#lib/domain/pathway/person-card.ts';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';
import type { Transition, TransitionOf } from '#lib/domain/pathway/transition.ts';
import { FIRST_CHECK, HASH, SECOND_CHECK } from './golden.ts';
import { booked, ended, history } from './lines.ts';

describe('derive, on histories with a known row', () => {
  it('of nothing is the empty row', () => {
    expect(derive([])).toEqual(EMPTY_ROW);
  });

  it('of a first check up to the result', () => {
    expect(derive(FIRST_CHECK)).toEqual({
      ...EMPTY_ROW,
      lastSeq: 6,
      locale: 'zh-hant',
      occasion: 0,
      occasionStage: 'viewed',
      instrument: 'phq-9',
      forms: 1,
      total: 8,
      band: 'mild',
      symptomClass: 'none',
      item9: 0,
      tierOffered: 'community',
      crisisFloor: false,
      offeredPolicy: HASH,
      serviceConsent: true,
      researchConsent: true,
      consentText: '1',
      furthest: 'viewed',
      firstTier: 'community',
      entryPoint: 'direct',
      intentionBefore: 3,
      started: 1,
      completedDay: 1,
      viewedDay: 1,
      t0Day: 1,
    });
  });
});

describe('derive, of a check with two forms', () => {
  it('keeps the one recorded last, and how many there were', () => {
    const at = FIRST_CHECK.findIndex(({ step }) => step === 'screening.completed');
    const form = FIRST_CHECK[at] as TransitionOf<'screening.completed'>;
    const payload = { ...form.payload, instrument: 'gad-7', total: 12, band: 'moderate' } as const;
    const both = [...FIRST_CHECK.slice(0, at), { ...form, payload }, ...FIRST_CHECK.slice(at)].map(
      (transition, place) => ({ ...transition, seq: place + 1 }) as Transition,
    );
    expect(derive(both)).toEqual({ ...derive(FIRST_CHECK), lastSeq: 7, forms: 2 });
  });
});

describe('derive, with a second check', () => {
  it('of a choice: what was decided about the offer', () => {
    const row = derive([...FIRST_CHECK, ...SECOND_CHECK.slice(0, 1)]);
    expect(row).toMatchObject({ tierDecided: 'community', decision: 'accepted' });
  });

  it('of a second check: the latest score, no decision yet, the first tier, days that stay', () => {
    expect(derive([...FIRST_CHECK, ...SECOND_CHECK])).toEqual({
      ...derive(FIRST_CHECK),
      lastSeq: 11,
      locale: 'en',
      occasion: 1,
      occasionStage: 'offered',
      total: null,
      band: null,
      symptomClass: null,
      item9: 'declined',
      difficulty: 2,
      tierOffered: 'face_to_face',
      crisisFloor: true,
      furthest: 'chose',
      intentionAfter: 6,
      engagedDay: 3,
      choseDay: 3,
    });
  });

  it('keeps "no tier" as the first tier when the first check could not be added up', () => {
    const none = FIRST_CHECK.map((t) =>
      t.step === 'tier.offered'
        ? { ...t, payload: { ...t.payload, tier: null, reason: 'no_total' as const } }
        : t,
    );
    expect(derive([...none, ...SECOND_CHECK]).firstTier).toBeNull();
  });
});

describe('derive, of a date that is moved and then cancelled', () => {
  it('keeps the day of the first booking, and the card that leads to a person is no step of one’s own', () => {
    const later = history(
      [3, 'bridge.shown', personCardPayload()],
      booked(4),
      ended(5, 'moved'),
      booked(5, '29-84'),
      ended(9, 'service'),
    ).map((step) => ({ ...step, seq: step.seq + FIRST_CHECK.length }));
    expect(derive([...FIRST_CHECK, ...later])).toEqual({
      ...derive(FIRST_CHECK),
      lastSeq: 11,
      engagedDay: 4,
      bookedDay: 4,
      furthest: 'engaged',
    });
  });
});

describe('engagement', () => {
  it('is not seen in withdrawing, in closing or in a step of the system or of staff', () => {
    const idle: Transition[] = [
      {
        origin: 'user',
        policyHash: null,
        seq: 7,
        day: 2,
        step: 'consent.set',
        payload: { scopes: ['service'], textVersion: '1' },
      },
      {
        origin: 'system',
        policyHash: null,
        seq: 8,
        day: 2,
        step: 'safety.shown',
        payload: { trigger: 'request' },
      },
      {
        origin: 'user',
        policyHash: null,
        seq: 9,
        day: 2,
        step: 'pathway.closed',
        payload: { reason: 'withdrawn' },
      },
    ];
    const row = derive([...FIRST_CHECK, ...idle]);
    expect(row).toMatchObject({ engagedDay: null, closedDay: 2, researchConsent: false });
    expect(row.furthest).toBe('viewed');
  });
});
