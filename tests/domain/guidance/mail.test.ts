import { describe, expect, it } from 'vitest';
import { type IncomingMail, meaningOf } from '#lib/domain/guidance/incoming-mail.ts';
import { type MailContact, mailText, pauseAfter } from '#lib/domain/guidance/mail.ts';

const contact = (kind: MailContact['kind']) =>
  ({ kind, before: 'Hello.', after: 'Bye.' }) as MailContact;

describe('an e-mail about an answer', () => {
  it('holds the answer only where that is what its reader chose', () => {
    expect(mailText(contact('answer'), 'Rest.')).toBe('Hello.\n\nRest.\n\nBye.');
    expect(mailText(contact('there'), 'Rest.')).toBe('Hello.\n\nBye.');
    expect(mailText(contact('answer'), null)).toBe('Hello.\n\nBye.');
  });

  it('is tried again later and later, and then every hour', () => {
    const minutes = Array.from({ length: 10 }, (_, i) => pauseAfter(i + 1) / 60_000);
    expect(minutes).toEqual([1, 2, 5, 10, 20, 40, 60, 60, 60, 60]);
    expect(pauseAfter(0)).toBe(0);
  });
});

describe('a mail that came back', () => {
  const PERSON: IncomingMail = {
    nullSender: false,
    deliveries: [],
    complaint: false,
    report: false,
    automatic: false,
  };
  const meaning = (mail: Partial<IncomingMail>) => meaningOf({ ...PERSON, ...mail });
  const delivery = (...deliveries: readonly (readonly [string, string])[]) =>
    meaning({
      nullSender: true,
      report: true,
      deliveries: deliveries.map(([action, status]) => ({ action, status })),
    });

  it.each([
    ['failed', '5.1.1', 'unreachable'],
    ['Failed', '5.7.1', 'unreachable'],
    ['failed', '4.4.7', 'unreachable'],
    ['failed', '', 'unreachable'],
    ['failed', '2.0.0', 'nothing'],
    ['delayed', '4.4.1', 'nothing'],
    ['delivered', '2.1.5', 'nothing'],
    ['relayed', '2.0.0', 'nothing'],
    ['expanded', '2.0.0', 'nothing'],
  ] as const)('as a report of %s %s means: %s', (action, status, expected) => {
    expect(delivery([action, status])).toBe(expected);
  });

  it('counts as failed where one of several recipients has failed', () => {
    expect(delivery(['delayed', '4.4.1'], ['failed', '5.1.1'])).toBe('unreachable');
  });

  it('is a complaint, a person’s answer, or nothing at all', () => {
    expect(meaning({ complaint: true, report: true })).toBe('complaint');
    expect(meaning({ complaint: true, report: true, nullSender: true })).toBe('complaint');
    expect(meaning({})).toBe('answer');
    for (const sign of ['nullSender', 'report', 'automatic'] as const) {
      expect(meaning({ [sign]: true }), sign).toBe('nothing');
    }
  });
});
