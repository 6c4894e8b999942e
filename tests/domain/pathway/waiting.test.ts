import { describe, expect, it } from 'vitest';
import { mayBeSaid, VISIT_WORDS, visitSteps } from '#lib/domain/pathway/visit-word.ts';
import { isWeekOver, waitingOf } from '#lib/domain/pathway/waiting.ts';
import {
  booked,
  chose,
  decided,
  declined,
  ended,
  history,
  type Line,
  said,
  went,
} from './lines.ts';

const at = (...lines: readonly Line[]) => waitingOf(history(...lines));

describe('a wait', () => {
  it('begins with the choice of a place, or with a date, and stays with the same place', () => {
    expect(at()).toBeNull();
    expect(at(chose(3, 'a'))).toEqual({
      ...{ since: 3, service: 'a', booked: false, waitDays: null, saidDay: 3 },
    });
    expect(at(chose(3, 'a'), chose(9, 'a'))?.since).toBe(3);
    expect(at(chose(3, 'a'), booked(5, '85+'), chose(9, 'b'))).toMatchObject({
      ...{ since: 9, service: 'b', booked: false, waitDays: null },
    });
    expect(at(booked(5, '15-28'))).toMatchObject({
      ...{ since: 5, service: null, booked: true, waitDays: '15-28' },
    });
    expect(at(chose(3, 'a'), booked(5))).toMatchObject({ since: 3, service: 'a', booked: true });
  });

  it('ends with a visit, whoever says so, and goes on where that was taken back', () => {
    expect(at(booked(5), went(9, 'self_report'))).toBeNull();
    expect(at(booked(5), went(9, 'code'))).toBeNull();
    expect(at(booked(5), went(9, 'code'), went(9, 'code', false))?.booked).toBe(true);
    expect(at(booked(5), went(9, 'code'), went(9, 'code', false), went(12, 'code'))).toBeNull();
    expect(
      at(booked(5), went(8, 'self_report'), went(9, 'code'), went(9, 'code', false)),
    ).toBeNull();
  });

  it('ends with a date that ends, and goes on with the new one where it was moved', () => {
    expect(at(chose(3, 'a'), booked(5), ended(9, 'service'))).toBeNull();
    expect(at(chose(3, 'a'), booked(5), ended(9, 'moved'), booked(9))).toMatchObject({
      ...{ booked: true, saidDay: 9 },
    });
  });

  it('ends where somebody waits no more or has changed their mind, but a date that stands', () => {
    expect(at(chose(3, 'a'), said(10, { waitingNow: false }))).toBeNull();
    expect(at(chose(3, 'a'), said(10, { went: 'changed' }))).toBeNull();
    expect(at(chose(3, 'a'), declined(10, 'no_answer'))).toBeNull();
    expect(at(chose(3, 'a'), said(10, { waitingNow: true }))?.saidDay).toBe(10);
    expect(at(booked(3), said(10, { waitingNow: false }))?.saidDay).toBe(10);
    expect(at(booked(3), declined(10, 'no_answer'))?.booked).toBe(true);
    // Another step goes along with it.
    expect(at(chose(3, 'a'), decided(10, 'guidance'))?.service).toBe('a');
    expect(at(said(10, { waitingNow: true }))).toBeNull();
  });

  it('is asked about once a week', () => {
    const wait = at(chose(3, 'a'));
    expect([9, 10, 11].map((day) => wait && isWeekOver(wait, day))).toEqual([false, true, true]);
  });
});

describe('what is said of a visit', () => {
  it('ends no date that does not stand', () => {
    const allowed = (...lines: readonly Line[]) =>
      VISIT_WORDS.filter((word) => mayBeSaid(word, history(...lines)));
    expect(allowed(chose(3, 'a'))).toEqual(['booked', 'been']);
    expect(allowed(booked(3))).toEqual([...VISIT_WORDS]);
    expect(allowed(booked(3), ended(4, 'self'))).toEqual(['booked', 'been']);
  });

  it('is one step, and two where a date was moved', () => {
    const steps = (word: (typeof VISIT_WORDS)[number]) =>
      visitSteps(word, '8-14').map(({ step, payload }) => [step, payload]);
    expect(steps('booked')).toEqual([['appointment.booked', { waitDays: '8-14' }]]);
    expect(steps('moved')).toEqual([
      ['appointment.cancelled', { reason: 'moved' }],
      ['appointment.booked', { waitDays: '8-14' }],
    ]);
    expect(steps('service')).toEqual([['appointment.cancelled', { reason: 'service' }]]);
    expect(steps('self')).toEqual([['appointment.cancelled', { reason: 'self' }]]);
    expect(steps('been')).toEqual([
      ['attendance.recorded', { attended: true, evidence: 'self_report', mode: null }],
    ]);
  });
});
