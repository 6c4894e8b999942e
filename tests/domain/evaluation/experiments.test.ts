import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { experimentsOf } from '#lib/domain/evaluation/package/experiments.ts';
import { localTime } from '#lib/gateways/clock.ts';

it('dates what happened to a comparison by the day that it was here', () => {
  const at = Date.parse('2026-11-22T22:30:00Z') as Instant;
  const registration = { code: 'plan' } as Parameters<typeof experimentsOf>[0][0]['registration'];
  const events = [
    { kind: 'started', note: '', at },
    { kind: 'deviation', note: 'a page was down', at },
  ] as const;
  const dayOf = (moment: Instant) => localTime(moment, 'Asia/Hong_Kong').day;
  const [one] = experimentsOf([{ registration, hash: null, events }], ['plan'], dayOf);
  expect(isoDate(dayOf(at))).toBe('2026-11-23');
  expect(one).toMatchObject({
    events: [
      { kind: 'started', on: '2026-11-23' },
      { kind: 'deviation', on: '2026-11-23' },
    ],
    deviations: [{ on: '2026-11-23', note: 'a page was down' }],
  });
});
