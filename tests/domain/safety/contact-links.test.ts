import { expect, test } from 'vitest';
import { smsHref, telHref } from '#lib/domain/safety/contact-links.ts';
import { CRISIS_COUNTRIES, emergencyFor, linesFor } from '#lib/domain/safety/crisis-lines.ts';

test('a number as people read it becomes a number that a telephone dials', () => {
  expect(telHref('116 123')).toBe('tel:116123');
  expect(telHref('+852 2389-2222')).toBe('tel:+85223892222');
});

test('a text message carries its keyword', () => {
  expect(smsHref({ to: '741741', keyword: 'HOME' })).toBe('sms:741741?&body=HOME');
  expect(smsHref({ to: '85258', keyword: 'A&B' })).toBe('sms:85258?&body=A%26B');
  expect(smsHref({ to: '988', keyword: null })).toBe('sms:988');
});

test('every number that is shipped can be dialled', () => {
  for (const country of CRISIS_COUNTRIES) {
    const lines = [emergencyFor(country), ...linesFor(country)];
    for (const line of lines) {
      if (line?.phone) expect(telHref(line.phone)).toMatch(/^tel:\d{3,13}$/);
    }
  }
});
