import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '#lib/domain/pathway/derive.ts';
import { mayAppend, mayFollow } from '#lib/domain/pathway/guards.ts';
import { personCardPayload } from '#lib/domain/pathway/person-card.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import { STEPS } from '#lib/domain/pathway/steps.ts';
import { type NewTransition, STEP_NAMES, TRANSITION } from '#lib/domain/pathway/transition.ts';
import { anyNew, histories } from './histories.ts';

const consented: PathwayRow = { ...EMPTY_ROW, lastSeq: 1, serviceConsent: true };
const started: PathwayRow = { ...consented, occasion: 0, occasionStage: 'started', started: 1 };
const completed: PathwayRow = { ...started, occasionStage: 'completed', completedDay: 1 };
const offered: PathwayRow = { ...completed, occasionStage: 'offered', crisisFloor: false };
const viewed: PathwayRow = { ...offered, occasionStage: 'viewed', viewedDay: 1 };

const NO_ANSWERS = {
  total: null,
  band: null,
  symptomClass: null,
  item9: 'declined',
  difficulty: null,
  missing: 9,
} as const;

describe('mayFollow', () => {
  it.each([
    ['a screening without consent', EMPTY_ROW, 'screening.started', false],
    ['a screening with consent', consented, 'screening.started', true],
    ['a second start of the same screening', started, 'screening.started', false],
    ['a completion without a start', consented, 'screening.completed', false],
    ['a completion', started, 'screening.completed', true],
    ['a completion of another form', completed, 'screening.completed', true],
    ['a completion after the offer', offered, 'screening.completed', false],
    ['an offer before completion', started, 'tier.offered', false],
    ['an offer', completed, 'tier.offered', true],
    ['a second offer', offered, 'tier.offered', false],
    ['a look at a result before an offer', completed, 'result.viewed', false],
    ['a look at a result', offered, 'result.viewed', true],
    ['a second look', viewed, 'result.viewed', false],
    ['a choice before a look', offered, 'tier.decided', false],
    ['a choice', viewed, 'tier.decided', true],
    ['an intention before completion', started, 'intention.stated', false],
    ['an intention before the result', completed, 'intention.stated', true],
    ['a second screening after the first', viewed, 'screening.started', true],
    ['an answer without a request', viewed, 'guidance.answered', false],
    ['an answer', { ...viewed, requestedDay: 2 }, 'guidance.answered', true],
    ['reading before an answer', { ...viewed, requestedDay: 2 }, 'guidance.read', false],
    ['reading', { ...viewed, answeredDay: 3 }, 'guidance.read', true],
    ['a message from the support page', offered, 'guidance.requested', true],
    ['a service from the support page', offered, 'referral.opened', true],
    ['support before anything', EMPTY_ROW, 'safety.shown', false],
    ['support in the middle', started, 'safety.shown', true],
    ['obstacles before a look', offered, 'barriers.reported', false],
    ['obstacles', viewed, 'barriers.reported', true],
    ['an idea before a look', offered, 'bridge.shown', false],
    ['an idea', { ...viewed, barriersDay: 1 }, 'bridge.shown', true],
    ['taking an idea before a look', offered, 'bridge.used', false],
    ['taking an idea', { ...viewed, barriersDay: 1 }, 'bridge.used', true],
    ['a plan before a choice', viewed, 'plan.made', false],
    ['a plan', { ...viewed, choseDay: 1 }, 'plan.made', true],
    ['a reminder without a plan', viewed, 'reminder.acted', false],
    ['a plan without one', { ...viewed, planDay: 1, reminder: 'none' }, 'reminder.acted', false],
    ['a reminder', { ...viewed, planDay: 1, reminder: 'email' }, 'reminder.acted', true],
    [
      'a message of a calendar',
      { ...viewed, planDay: 1, reminder: 'calendar' },
      'reminder.sent',
      false,
    ],
    ['a message', { ...viewed, planDay: 1, reminder: 'push' }, 'reminder.sent', true],
    ['a check-in without a plan', viewed, 'checkin.answered', false],
    ['a check-in', { ...viewed, planDay: 1 }, 'checkin.answered', true],
    ['a booking before a look', offered, 'appointment.booked', false],
    ['a booking', viewed, 'appointment.booked', true],
    ['the end of no booking', viewed, 'appointment.cancelled', false],
    ['the end of a booking', { ...viewed, bookedDay: 2 }, 'appointment.cancelled', true],
    ['a visit before a look', offered, 'attendance.recorded', false],
    ['a visit', viewed, 'attendance.recorded', true],
    ['a safety plan before anything', consented, 'safety.plan', false],
    ['a safety plan from the support page', started, 'safety.plan', true],
    ['closing', consented, 'pathway.closed', true],
  ] as const)('%s', (_what, row, step, allowed) => {
    expect(mayFollow(row, step)).toBe(allowed);
  });

  it('lets nothing follow a closed pathway', () => {
    for (const row of [consented, started, viewed]) {
      const closed = { ...row, requestedDay: 1, answeredDay: 1, closedDay: 4 };
      for (const step of STEP_NAMES) expect(mayFollow(closed, step)).toBe(false);
    }
  });
});

describe('mayAppend', () => {
  it('refuses a step of another occasion', () => {
    const next = (occasion: number) =>
      mayAppend(offered, {
        step: 'result.viewed',
        origin: 'user',
        policyHash: null,
        payload: { occasion },
      });
    expect([next(0), next(1)]).toEqual([true, false]);
  });

  it('takes each form of a check once', () => {
    const next = (instrument: string, occasion = 0) =>
      mayAppend(
        { ...completed, instrument: 'gad-7' },
        {
          step: 'screening.completed',
          origin: 'user',
          policyHash: null,
          payload: { ...NO_ANSWERS, instrument, occasion },
        },
      );
    expect([next('phq-9'), next('gad-7'), next('phq-9', 1)]).toEqual([true, false, false]);
  });

  it('numbers occasions without a gap', () => {
    const start = (row: PathwayRow, occasion: number) =>
      mayAppend(row, {
        step: 'screening.started',
        origin: 'user',
        policyHash: null,
        payload: { instrument: 'phq-9', locale: 'en', occasion, ageBand: 'adult' },
      });
    expect([start(consented, 0), start(consented, 1)]).toEqual([true, false]);
    expect([start(viewed, 0), start(viewed, 1), start(viewed, 2)]).toEqual([false, true, false]);
  });

  it('asks for an intention after the step only once a step was chosen', () => {
    const afterStep = (row: PathwayRow) =>
      mayAppend(row, {
        step: 'intention.stated',
        origin: 'user',
        policyHash: null,
        payload: { target: 'face_to_face', strength: 4, horizonDays: 30, phase: 'after_step' },
      });
    expect([afterStep(viewed), afterStep({ ...viewed, choseDay: 1 })]).toEqual([false, true]);
  });

  it('lets an idea for an obstacle follow obstacles alone, and the card that names none any look', () => {
    const shown = (row: PathwayRow, barrier: 'self-help-enough' | null) =>
      (['bridge.shown', 'bridge.used'] as const).map((step) =>
        mayAppend(row, {
          ...{ step, origin: step === 'bridge.shown' ? 'system' : 'user', policyHash: null },
          payload: { ...personCardPayload(), barrier },
        } as NewTransition),
      );
    expect(shown(viewed, 'self-help-enough')).toEqual([false, false]);
    expect(shown({ ...viewed, barriersDay: 1 }, 'self-help-enough')).toEqual([true, true]);
    expect(shown(viewed, null)).toEqual([true, true]);
  });

  it('is never more generous than mayFollow', () => {
    fc.assert(
      fc.property(histories, anyNew, (history, next) => {
        const row = derive(history);
        if (mayAppend(row, next)) expect(mayFollow(row, next.step)).toBe(true);
      }),
    );
  });
});

describe('the schema of a transition', () => {
  const good = {
    seq: 1,
    day: 1,
    step: 'guidance.requested',
    origin: 'user',
    policyHash: null,
    payload: {},
  };

  it('refuses a key, an origin, a step and a text that it does not know', () => {
    expect(TRANSITION.safeParse(good).success).toBe(true);
    const bad = [
      { ...good, at: '2026-01-01' },
      { ...good, payload: { text: 'I feel' } },
      { ...good, origin: 'staff' },
      { ...good, step: 'page.viewed' },
      { ...good, day: 0 },
      { ...good, seq: 0 },
      { ...good, policyHash: 'abc' },
      { ...good, step: 'referral.opened', payload: { serviceId: 'call me on 555 0100' } },
      { ...good, step: 'referral.opened', payload: { serviceId: 'someone@example.org' } },
    ];
    for (const transition of bad) expect(TRANSITION.safeParse(transition).success).toBe(false);
  });

  it('knows a rule for every step', () => {
    expect(Object.keys(STEPS).sort()).toEqual([...STEP_NAMES].sort());
    for (const rule of Object.values(STEPS)) expect(rule.request).not.toBe('');
  });
});
