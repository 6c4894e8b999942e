// Bounces, complaints and answers, by SMTP to the listener that the worker opens.
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readReturnAddress, returnAddress, returnKey } from '#lib/gateways/mail-keys.ts';
import { listenForMail, type MailListener } from '#lib/gateways/mail-listener.ts';
import { type Receiving, receiveMail } from '#lib/usecases/system/receive-mail.ts';
import { sendMails } from '#lib/usecases/system/send-mails.ts';
import { orderMail } from '#lib/usecases/visitor/place/order-mail.ts';
import { stopMail } from '#lib/usecases/visitor/place/stop-mail.ts';
import { testDatabase } from '../../support/database.ts';
import { bounce, complaint, written } from '../../support/incoming.ts';
import { MAIL_HOST, mailOrder } from '../../support/mailed.ts';
import { DAY, MINUTE, mailing } from '../../support/mailing.ts';

const test = testDatabase();
const s = mailing(test);
const errors: unknown[] = [];
let listener: MailListener;
let receiving: Receiving;
let broken = false;

beforeAll(async () => {
  receiving = { ...s.worker, told: new Map() };
  listener = await listenForMail({
    host: '127.0.0.1',
    port: 0,
    accepts: (address) => readReturnAddress(s.worker.inbound.key, address, MAIL_HOST) !== null,
    receive: async (address, mail) => {
      if (broken) throw new Error('no database');
      await receiveMail(receiving, address, mail);
    },
    onError: (error) => errors.push(error),
  });
});
afterAll(() => listener.close());
beforeEach(() => {
  receiving.told.clear();
  errors.length = 0;
  broken = false;
});

/** What the listener answers: 250, or the code that it refuses with. */
async function deliver(to: string, raw: string, from = ''): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to }, raw });
    return 250;
  } catch (error) {
    return Number(Object(error).responseCode);
  } finally {
    transport.close();
  }
}

/** Somebody who was sent an e-mail, and where it comes back to. */
async function sentTo(kind: 'there' | 'answer' = 'there', locale: 'en' | 'zh-hant' = 'en') {
  const visitor = await s.mailed(kind, locale);
  await visitor.answer('Rest.');
  await sendMails(s.worker);
  const back = s.sink.raw.at(-1)?.sender ?? '';
  s.sink.received.length = 0;
  s.sink.raw.length = 0;
  return { visitor, back };
}

describe('a report', () => {
  it.each([
    ['failed', '5.1.1', 'unreachable'],
    ['failed', '4.4.7', 'unreachable'],
    ['delayed', '4.4.1', 'there'],
    ['delivered', '2.0.0', 'there'],
  ])('of delivery: %s %s leaves it %s', async (action, status, state) => {
    const { visitor, back } = await sentTo();
    expect(await deliver(back, bounce(action, status))).toBe(250);
    expect(await s.stateOf(visitor)).toBe(state);
    expect(s.sink.received).toEqual([]);
  });

  it('of a complaint ends it at once, and what waited is not sent', async () => {
    const { visitor, back } = await sentTo('answer');
    await visitor.answer('More.');
    expect(await deliver(back, complaint(), 'feedback@example.test')).toBe(250);
    expect(await s.stateOf(visitor)).toBe('complaint');
    expect(await sendMails(s.worker)).toMatchObject({ sent: 0 });
    expect(await s.rows()).toEqual({ contacts: 0, ended: 1, mails: 0 });
  });

  it('ends one address and no other, and an address that was given since stays', async () => {
    const other = await s.mailed();
    const { visitor, back } = await sentTo();
    await orderMail(visitor.post(), mailOrder('better@example.test'));
    await deliver(back, bounce('failed', '5.1.1'));
    for (const one of [visitor, other]) expect(await s.stateOf(one)).toBe('there');
  });

  it('to an address that was made up is not even taken', async () => {
    const { visitor, back } = await sentTo();
    const [{ id }] = (await test.owner.query('SELECT id FROM vault.contact')).rows;
    const forged = [
      returnAddress(returnKey(Buffer.alloc(32)), id, MAIL_HOST),
      back.replace(/\+./, (two) => (two === '+a' ? '+b' : '+a')),
      back.replace(MAIL_HOST, 'elsewhere.test'),
      `reminders@${MAIL_HOST}`,
      `postmaster@${MAIL_HOST}`,
    ];
    for (const to of forged) expect(await deliver(to, bounce('failed', '5.1.1')), to).toBe(550);
    expect(await s.stateOf(visitor)).toBe('there');
  });
});

describe('an answer of a person', () => {
  const PERSON = 'somebody@example.test';

  it('is told once a day that nobody reads it, in their language, at the address we know', async () => {
    const { visitor, back } = await sentTo('there', 'zh-hant');
    expect(await deliver(back, written(), PERSON)).toBe(250);
    expect(await deliver(back, written(), 'elsewhere@example.test')).toBe(250);
    expect(s.sink.received).toHaveLength(1);
    const [mail] = s.sink.received;
    const { auto } = visitor.order.contact;
    expect(mail?.to?.[0]?.address).toBe(visitor.to);
    expect(mail).toMatchObject({ subject: auto.subject, inReplyTo: '<reply-1@example.test>' });
    expect(mail?.text?.trim()).toBe(auto.text);
    expect(mail?.text).toContain('https://handrail.test/zh-hant/return');
    expect(mail?.text).toContain('https://handrail.test/zh-hant/help');
    expect(mail?.text).not.toContain('worse');
    expect(s.sink.raw[0]?.sender).toBe('');
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
    expect(header('auto-submitted')).toBe('auto-replied');
    s.now = s.after(DAY - MINUTE);
    await deliver(back, written(), PERSON);
    expect(s.sink.received).toHaveLength(1);
    s.now = s.after(DAY);
    await deliver(back, written(), PERSON);
    expect(s.sink.received).toHaveLength(2);
    expect(await s.stateOf(visitor)).toBe('there');
  });

  it('is kept nowhere', async () => {
    const { back } = await sentTo();
    await deliver(back, written({}, 'canary-7f1d9a'), PERSON);
    const { rows } = await test.owner.query(`
      SELECT table_schema || '.' || quote_ident(table_name) AS name
      FROM information_schema.tables WHERE table_type = 'BASE TABLE'
        AND table_schema IN ('subject', 'vault', 'ops', 'pub')`);
    for (const { name } of rows) {
      const found = await test.owner.query(
        `SELECT FROM ${name} t WHERE to_jsonb(t)::text LIKE ANY (ARRAY['%canary-7f1d9a%', $1])`,
        [`%${Buffer.from('canary-7f1d9a').toString('hex')}%`],
      );
      expect(found.rowCount, name).toBe(0);
    }
  });

  it.each([
    ['a holiday note', { 'Auto-Submitted': 'auto-replied' }, PERSON],
    ['a list', { 'List-Id': '<all.example.test>', Precedence: 'list' }, PERSON],
    ['an unknown program', {}, ''],
    ['our own automatic answer', { 'Auto-Submitted': 'auto-replied' }, `reminders@${MAIL_HOST}`],
  ])('that is none, but %s, is not answered', async (_, more, sender) => {
    const { back } = await sentTo();
    expect(await deliver(back, written(more), sender)).toBe(250);
    expect(s.sink.received).toEqual([]);
  });

  it('never goes round in a circle: our automatic answer brings about none', async () => {
    const { back } = await sentTo();
    await deliver(back, written(), PERSON);
    receiving.told.clear();
    await deliver(back, s.sink.raw[0]?.text ?? '', `reminders@${MAIL_HOST}`);
    expect(s.sink.received).toHaveLength(1);
  });

  it('to an address that is gone is taken and forgotten', async () => {
    const { visitor, back } = await sentTo();
    await stopMail({ db: test.db }, visitor.order.token);
    expect(await deliver(back, written(), PERSON)).toBe(250);
    expect(await deliver(back, bounce('failed', '5.1.1'))).toBe(250);
    expect(s.sink.received).toEqual([]);
    expect(await s.rows()).toEqual({ contacts: 0, ended: 0, mails: 0 });
  });
});

describe('the listener', () => {
  it('refuses what is too long, and asks to come back while it cannot work', async () => {
    const { visitor, back } = await sentTo();
    const long = written({}, 'x'.repeat(300 * 1024));
    expect(await deliver(back, long, 'a@example.test')).toBe(552);
    broken = true;
    expect(await deliver(back, bounce('failed', '5.1.1'))).toBe(451);
    expect(errors).toHaveLength(2);
    broken = false;
    expect(await deliver(back, bounce('failed', '5.1.1'))).toBe(250);
    expect(await s.stateOf(visitor)).toBe('unreachable');
  });

  it('outlives whoever talks no SMTP, hangs up in the middle or sends rubbish', async () => {
    const { visitor, back } = await sentTo();
    const talk = (...said: readonly (string | Buffer)[]) =>
      new Promise<void>((resolve) => {
        const socket = connect(listener.port, '127.0.0.1');
        for (const part of said) socket.write(part);
        socket.on('error', () => undefined).on('close', () => resolve());
        setTimeout(() => socket.destroy(), 50);
      });
    const start = `EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<${back}>\r\nDATA\r\n`;
    await talk('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await talk(start, 'Content-Type: multipart/report');
    await talk(Buffer.alloc(100_000, 255));
    await talk('EHLO x\r\nMAIL FROM:<\0>\r\nRCPT TO:<>\r\nDATA\r\n.\r\n');
    await talk(start, Buffer.alloc(10_000, 128), '\r\n.\r\nQUIT\r\n');
    expect(await s.stateOf(visitor)).toBe('there');
    expect(await deliver(back, bounce('failed', '5.1.1'))).toBe(250);
    expect(await s.stateOf(visitor)).toBe('unreachable');
  });
});
