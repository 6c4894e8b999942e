import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findServices, type ServiceFilter } from '#lib/domain/referrals/find-services.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { daysAgo, serviceOf, TODAY } from './services.ts';

const find = (services: readonly Service[], filter: ServiceFilter = {}) => {
  const found = findServices(services, filter, TODAY);
  return { ids: found.services.map(({ service }) => service.id), dropped: found.dropped };
};

describe('order', () => {
  test('the shortest wait comes first, an unknown wait last', () => {
    const services = [
      serviceOf({ id: 'slow', waitDays: 40 }),
      serviceOf({ id: 'unknown', waitDays: null, waitSeen: null }),
      serviceOf({ id: 'now', waitDays: 0 }),
    ];
    expect(find(services).ids).toEqual(['now', 'slow', 'unknown']);
  });

  test('equal waits keep one order whatever order they come in', () => {
    const services = ['c', 'a', 'b'].map((id) => serviceOf({ id }));
    expect(find(services).ids).toEqual(['a', 'b', 'c']);
    expect(find(services.toReversed()).ids).toEqual(['a', 'b', 'c']);
  });
});

describe('who it is for', () => {
  const young = { en: 'From 16', 'zh-hans': '16 岁起', 'zh-hant': '16 歲起' };
  const services = [serviceOf({ id: 'adults' }), serviceOf({ id: 'young', whoFor: young })];

  test('keeps what is for that group', () => {
    expect(find(services, { whoFor: young.en })).toEqual({ ids: ['young'], dropped: [] });
  });

  test('is bent last but for the country', () => {
    const wishes = { whoFor: young.en, area: 'South', language: 'xx', stepFree: true } as const;
    expect(find(services, wishes)).toEqual({ ids: ['young'], dropped: ['area', 'language'] });
  });
});

describe('age of an entry', () => {
  const stale = (days: number) =>
    findServices([serviceOf({ assuredDate: daysAgo(days) })], {}, TODAY).services[0]?.stale;

  test('warns after 90 days', () => {
    expect([0, 90].map(stale)).toEqual([false, false]);
    expect([91, 180].map(stale)).toEqual([true, true]);
  });

  test('hides after 180 days', () => {
    expect(stale(181)).toBeUndefined();
  });

  test('a paused service is not shown', () => {
    expect(find([serviceOf({ paused: true })]).ids).toEqual([]);
  });
});

describe('wishes', () => {
  const plain = serviceOf({ id: 'plain', languages: ['yue'], stepFree: false, waitDays: 30 });
  const other = serviceOf({
    id: 'other',
    area: 'South',
    country: 'HK',
    modes: ['online', 'phone'],
    costKind: 'paid',
    walkIn: true,
    waitDays: null,
    waitSeen: null,
  });

  test.each([
    [{ area: 'North' }, 'plain'],
    [{ area: 'South' }, 'other'],
    [{ country: 'HK' }, 'other'],
    [{ mode: 'phone' }, 'other'],
    [{ mode: 'in_person' }, 'plain'],
    [{ costKind: 'free' }, 'plain'],
    [{ walkIn: true }, 'other'],
    [{ language: 'yue' }, 'plain'],
    [{ stepFree: true }, 'other'],
    [{ maxWaitDays: 30 }, 'plain'],
  ] as const)('%j shows only what meets it', (filter, id) => {
    expect(find([plain, other], filter)).toEqual({ ids: [id], dropped: [] });
  });

  test('a wish left open filters nothing', () => {
    expect(find([plain, other], { area: undefined, stepFree: undefined }).ids).toHaveLength(2);
  });

  test('a wait that nobody knows does not meet a limit', () => {
    expect(find([other], { maxWaitDays: 700 })).toEqual({
      ids: ['other'],
      dropped: ['maxWaitDays'],
    });
  });
});

describe('widening', () => {
  const near = serviceOf({ id: 'near', area: 'North', costKind: 'paid', stepFree: false });
  const far = serviceOf({ id: 'far', area: 'South', costKind: 'free', stepFree: true });

  test('drops the one wish that stands in the way, not every wish before it', () => {
    expect(find([near], { area: 'North', costKind: 'free' })).toEqual({
      ids: ['near'],
      dropped: ['costKind'],
    });
  });

  test('bends distance before cost, and cost before access', () => {
    const filter = { area: 'North', costKind: 'free', stepFree: true } as const;
    expect(find([near, far], filter)).toEqual({ ids: ['far'], dropped: ['area'] });
  });

  test('drops two where one is not enough', () => {
    expect(find([near], { area: 'South', costKind: 'free', stepFree: undefined })).toEqual({
      ids: ['near'],
      dropped: ['area', 'costKind'],
    });
  });

  test('never ends in an empty list while one service can be shown', () => {
    const filters = fc.record(
      {
        area: fc.constantFrom('North', 'South', 'Nowhere'),
        maxWaitDays: fc.nat(40),
        mode: fc.constantFrom('in_person', 'phone', 'online'),
        costKind: fc.constantFrom('free', 'paid', 'means_tested'),
        walkIn: fc.constant(true),
        language: fc.constantFrom('en', 'xx'),
        stepFree: fc.constant(true),
        country: fc.constantFrom('GB', 'XX'),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<ServiceFilter>;
    fc.assert(
      fc.property(filters, (filter) => {
        const { ids, dropped } = find([near, far], filter);
        expect(ids.length).toBeGreaterThan(0);
        const kept = { ...filter, ...Object.fromEntries(dropped.map((name) => [name, undefined])) };
        expect(find([near, far], kept)).toEqual({ ids, dropped: [] });
      }),
    );
  });

  test('an empty directory is empty, with nothing dropped', () => {
    expect(find([], { area: 'North' })).toEqual({ ids: [], dropped: [] });
  });
});
