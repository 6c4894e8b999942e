import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '#lib/domain/guidance/incoming-mail.ts';
import { readMail } from '#lib/gateways/mail-reader.ts';
import { bounce, complaint, written } from '../support/incoming.ts';

const RUNS = process.env['HANDRAIL_NIGHTLY'] === '1' ? 20_000 : 400;
const read = (text: string, sender = '') => readMail({ bytes: Buffer.from(text), sender });
const meaning = async (text: string, sender = '') => meaningOf(await read(text, sender));

describe('a mail that came in', () => {
  it.each([
    ['failed', '5.1.1', 'unreachable'],
    ['failed', '4.4.7', 'unreachable'],
    ['delayed', '4.4.1', 'nothing'],
    ['delivered', '2.0.0', 'nothing'],
  ])('as a report of delivery: %s %s is %s', async (action, status, expected) => {
    expect((await read(bounce(action, status))).deliveries).toEqual([{ action, status }]);
    expect(await meaning(bounce(action, status))).toBe(expected);
    expect(await meaning(bounce(action, status).replaceAll('\r\n', '\n'))).toBe(expected);
  });

  it('in base64, in UTF-8 types and with folded heads is read alike', async () => {
    const encoded = Buffer.from('Reporting-MTA: x\r\n\r\nAction: failed\r\nStatus: 5.0.0\r\n');
    const plain = bounce('failed', '5.0.0');
    const part = /Reporting-MTA[\s\S]*?no such user/.exec(plain)?.[0] ?? 'none';
    const base64 = plain
      .replace(part, encoded.toString('base64'))
      .replace(
        'message/delivery-status',
        'message/delivery-status\r\nContent-Transfer-Encoding: base64',
      );
    expect(base64).not.toContain('Action: failed');
    expect(await meaning(base64)).toBe('unreachable');
    expect(await meaning(bounce('failed', '5.0.0', 'message/global-delivery-status'))).toBe(
      'unreachable',
    );
    expect(await meaning(plain.replace('multipart/report;', 'Multipart/Report;\r\n '))).toBe(
      'unreachable',
    );
  });

  it('as a complaint is one', async () => {
    expect(await meaning(complaint(), 'feedback@example.test')).toBe('complaint');
    for (const other of ['not-spam', 'auth-failure', 'virus']) {
      const told = await meaning(complaint(other), 'feedback@example.test');
      expect(told, other).not.toBe('complaint');
    }
  });

  it('that a person sends with a report inside is not one', async () => {
    const forwarded = bounce('failed', '5.1.1')
      .replace('multipart/report;', 'multipart/mixed;')
      .replace('Auto-Submitted: auto-replied\r\n', '');
    expect(await meaning(forwarded, 'somebody@example.test')).toBe('answer');
    // The report of an inner mail says nothing of ours.
    const quoted = bounce('delayed', '4.4.1').replace(
      'From: reminders@handrail.test',
      bounce('failed', '5.1.1').replaceAll('BB/1', 'CC/2'),
    );
    expect(await meaning(quoted)).toBe('nothing');
  });

  it.each([
    [{}, 'somebody@example.test', 'answer'],
    [{ 'Auto-Submitted': 'no' }, 'somebody@example.test', 'answer'],
    [{}, '', 'nothing'],
    [{ 'Auto-Submitted': 'auto-replied' }, 'somebody@example.test', 'nothing'],
    [{ 'Auto-Submitted': 'auto-generated; x' }, 'somebody@example.test', 'nothing'],
    [{ Precedence: 'bulk' }, 'somebody@example.test', 'nothing'],
    [{ 'List-Id': '<all.example.test>' }, 'somebody@example.test', 'nothing'],
    [{ 'X-Auto-Response-Suppress': 'All' }, 'somebody@example.test', 'nothing'],
    [{}, 'MAILER-DAEMON@example.test', 'nothing'],
    [{}, 'owner-list@example.test', 'nothing'],
    [{}, 'noreply@example.test', 'nothing'],
  ] as const)('with %j from "%s" is %s', async (more, sender, expected) => {
    expect(await meaning(written(more), sender)).toBe(expected);
  });

  it('tells nothing of what it says, and its name only where it is a plain one', async () => {
    const found = await read(written(), 'somebody@example.test');
    expect(JSON.stringify(found)).not.toMatch(/worse|somebody/);
    expect(found.messageId).toBe('<reply-1@example.test>');
    const odd = written({ 'Message-ID': '<a b>\r\n <c@example.test>' });
    expect((await read(odd)).messageId).toBeNull();
  });

  it('that is malformed means nothing worse than nothing, and breaks nothing', async () => {
    const whole = [bounce('failed', '5.1.1'), complaint(), written()];
    const cut = fc.tuple(fc.constantFrom(...whole), fc.nat(2_000), fc.nat(40), fc.uint8Array());
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }),
      cut.map(([text, at, length, put]) =>
        Buffer.concat([Buffer.from(text.slice(0, at)), put, Buffer.from(text.slice(at + length))]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.string(), async (mail, sender) => {
        const meant = meaningOf(await readMail({ bytes: mail, sender }));
        expect(['unreachable', 'complaint', 'answer', 'nothing']).toContain(meant);
      }),
      { numRuns: RUNS },
    );
    const deep = Array.from(
      { length: 5_000 },
      (_, i) => `Content-Type: multipart/report; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    expect(await meaning(deep)).toBe('nothing');
    expect(await meaning(`A: ${'x'.repeat(250_000)}`)).toBe('nothing');
    expect(await meaning('\r\n'.repeat(100_000))).toBe('nothing');
  });
});
