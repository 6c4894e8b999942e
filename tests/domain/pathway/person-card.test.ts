import { describe, expect, it } from 'vitest';
import { personCard, personCardPayload } from '#lib/domain/pathway/person-card.ts';
import { booked, chose, ended, history, type Line, offered, viewed, went, wrote } from './lines.ts';

const at = (day: number, ...lines: readonly Line[]) => personCard(history(...lines), day);
const OFFER = offered(1, 'face_to_face');
const read = (day: number): Line => [day, 'guidance.read', {}];
const shown = (day: number): Line => [day, 'bridge.shown', personCardPayload()];
const planned = (day: number, tier: 'guidance' | 'face_to_face'): Line => [
  day,
  'plan.made',
  { tier, when: 'today', hasWhere: false, ownWords: false, reminder: 'none' },
];

describe('the card that leads back to a person', () => {
  it('is due after two days of help without a name, messages and later results alike', () => {
    expect(at(9, OFFER, wrote(2), wrote(2))).toBeNull();
    expect(at(9, OFFER, wrote(2), read(4))).toBe('due');
    expect(at(20, OFFER, wrote(2), viewed(15, 1))).toBe('due');
    // The first result is what everybody sees.
    expect(at(9, OFFER, viewed(1), wrote(2))).toBeNull();
  });

  it('is for those alone to whom a visit was offered', () => {
    expect(at(9, offered(1, 'guidance'), wrote(2), read(4))).toBeNull();
    expect(at(20, OFFER, offered(15, 'guidance', 1), wrote(16), read(18))).toBeNull();
  });

  it('is not for who has been there or waits, and counts anew after a step towards a person', () => {
    const used = [OFFER, wrote(2), read(4)] as const;
    expect(at(9, ...used, went(8, 'code'))).toBeNull();
    expect(at(9, ...used, went(8, 'self_report'))).toBeNull();
    expect(at(9, ...used, chose(5, 'a'))).toBeNull();
    expect(at(9, ...used, booked(5))).toBeNull();
    expect(at(9, ...used, booked(5), ended(6, 'service'))).toBeNull();
    expect(at(9, ...used, booked(5), ended(6, 'service'), wrote(7), read(8))).toBe('due');
    expect(at(9, ...used, planned(5, 'face_to_face'))).toBeNull();
    expect(at(9, ...used, planned(5, 'guidance'))).toBe('due');
  });

  it('stays for its day and is silent then, until as many days were used again', () => {
    const once = [OFFER, wrote(2), read(4), shown(9)] as const;
    expect([9, 10, 30].map((day) => at(day, ...once))).toEqual(['shown', null, null]);
    expect(at(12, ...once, wrote(11))).toBeNull();
    expect(at(14, ...once, wrote(11), read(13))).toBe('due');
    // The same idea, shown for an obstacle, is another thing.
    const idea: Line = [5, 'bridge.shown', { ...personCardPayload(), barrier: 'self-help-enough' }];
    expect(at(9, OFFER, wrote(2), read(4), idea)).toBe('due');
  });
});
