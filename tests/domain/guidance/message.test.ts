import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MESSAGE_MAX, messageLength, readMessage } from '#lib/domain/guidance/message.ts';

const accepted = (value: string) => ({ ok: true, value });

test('a message has 1 to 1,000 characters, counted as a person would count Chinese or an emoji', () => {
  expect(MESSAGE_MAX).toBe(1000);
  for (const sign of ['a', '难', '𠮷', '🙂']) {
    expect(readMessage(sign)).toEqual(accepted(sign));
    expect(readMessage(sign.repeat(1000))).toEqual(accepted(sign.repeat(1000)));
    expect(readMessage(sign.repeat(1001))).toEqual({ ok: false, error: 'too_long' });
  }
  expect(messageLength('a𠮷🙂')).toBe(3);
});

test('a line end counts once, however the browser sends it', () => {
  expect(readMessage('a\r\nb\rc\nd')).toEqual(accepted('a\nb\nc\nd'));
  const long = 'a\r\n'.repeat(499);
  expect(readMessage(`${long}bb`)).toMatchObject({ ok: true });
});

test('spaces around a message are not part of it', () => {
  expect(readMessage('  hello \n')).toEqual(accepted('hello'));
  expect(readMessage(`${' '.repeat(2000)}a`)).toEqual(accepted('a'));
});

test.each(['', ' ', '\r\n\t', '\u3000\u00a0', '\u200b\u200d', '\u0000'])('%j is empty', (typed) => {
  expect(readMessage(typed)).toEqual({ ok: false, error: 'empty' });
});

test('reading a message twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (typed) => {
      const once = readMessage(typed);
      if (once.ok) expect(readMessage(once.value)).toEqual(once);
    }),
  );
});
