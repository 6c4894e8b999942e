import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readReturnAddress } from '#lib/gateways/mail-keys.ts';
import { sendMails, sweepContacts } from '#lib/usecases/system/send-mails.ts';
import { testDatabase } from '../../support/database.ts';
import { MAIL_HOST, write } from '../../support/mailed.ts';
import { DAY, MINUTE, mailing } from '../../support/mailing.ts';

const test = testDatabase();
const s = mailing(test);
const ANSWER = 'Start with one word. Then rest.';

describe('an e-mail about an answer', () => {
  it('goes out once, says that there is a message, and nothing of it', async () => {
    const visitor = await s.mailed();
    expect(await s.stateOf(visitor)).toBe('there');
    await visitor.answer(ANSWER);
    expect(await sendMails(s.worker)).toEqual({ sent: 1, refused: 0, late: 0, lost: 0 });
    expect(await sendMails(s.worker)).toMatchObject({ sent: 0 });
    expect(s.sink.received).toHaveLength(1);
    const [mail] = s.sink.received;
    const { order, to } = visitor;
    expect(mail?.to?.[0]?.address).toBe(to);
    expect(mail?.from).toMatchObject({ name: 'Handrail', address: 'reminders@handrail.test' });
    expect(mail?.subject).toBe('A message for you');
    expect(mail?.text?.trim()).toBe(`${order.contact.before}\n\n${order.contact.after}`);
    expect(mail?.text).not.toContain('rest');
    expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 0 });
  });

  it('carries the answer where that was chosen, between the words that were shown', async () => {
    const visitor = await s.mailed('answer');
    expect(await s.stateOf(visitor)).toBe('answer');
    await visitor.answer(ANSWER);
    await sendMails(s.worker);
    const { before, after } = visitor.order.contact;
    expect(s.sink.received[0]?.text?.trim()).toBe(`${before}\n\n${ANSWER}\n\n${after}`);
  });

  it.each([
    ['zh-hans', '你有一条消息', '慢慢来，先睡一会儿。'],
    ['zh-hant', '你有一則訊息', '慢慢來，先睡一會。\u{1f33f}'],
  ] as const)(
    'is right in %s, and every byte of its head is ASCII',
    async (locale, subject, words) => {
      const visitor = await s.mailed('answer', locale);
      await visitor.answer(words);
      await sendMails(s.worker);
      const [mail] = s.sink.received;
      expect(mail?.subject).toBe(subject);
      expect(mail?.text).toContain(words);
      expect(mail?.text).toContain(visitor.order.contact.before);
      const head = (s.sink.raw[0]?.text ?? '').split('\r\n\r\n')[0] ?? '';
      expect(head).toMatch(/^Subject: =\?UTF-8\?[QB]\?/m);
      expect(head).toMatch(/^[\t\r\n\x20-\x7e]+$/);
    },
  );

  it('is ended by one press, comes back to an address of its own, and has no other mark', async () => {
    const visitor = await s.mailed();
    await visitor.answer(ANSWER);
    await sendMails(s.worker);
    const [mail] = s.sink.received;
    const [raw] = s.sink.raw;
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
    expect(header('list-unsubscribe')).toBe(`<${visitor.order.contact.stop}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    const names = mail?.headers.map(({ key }) => key).toSorted();
    expect(names).toEqual(
      `auto-submitted content-transfer-encoding content-type date from list-unsubscribe
       list-unsubscribe-post message-id mime-version reply-to subject to`.split(/\s+/),
    );
    expect(header('message-id')).toMatch(/^<[0-9a-f]{32}@handrail\.test>$/);
    expect(raw?.sender).toMatch(/^b\+[a-z2-7]{32}@handrail\.test$/);
    expect(mail?.replyTo?.[0]?.address).toBe(raw?.sender);
    const start = readReturnAddress(s.worker.inbound.key, raw?.sender ?? '', MAIL_HOST);
    const found = await test.owner.query('SELECT id FROM vault.contact');
    expect(start).toEqual(found.rows[0].id.subarray(0, 10));
  });

  it('has the sender alone where this service takes no mail', async () => {
    const visitor = await s.mailed();
    await visitor.answer(ANSWER);
    await sendMails({ ...s.worker, inbound: null });
    expect(s.sink.raw[0]?.sender).toBe('reminders@handrail.test');
    expect(s.sink.received[0]?.replyTo).toBeUndefined();
  });

  it('goes out for each answer, oldest first, each with a name of its own', async () => {
    const visitor = await s.mailed('answer');
    for (const [i, text] of ['One', 'Two', 'Three'].entries()) {
      await visitor.answer(text, s.after(i * MINUTE));
    }
    s.now = s.after(3 * MINUTE);
    expect(await sendMails(s.worker)).toMatchObject({ sent: 3 });
    const texts = s.sink.received.map(({ text }) => /One|Two|Three/.exec(text ?? '')?.[0]);
    expect(texts).toEqual(['One', 'Two', 'Three']);
    expect(new Set(s.sink.received.map(({ messageId }) => messageId)).size).toBe(3);
    // A place in the vault is used again, a name is not.
    await visitor.answer('Four', s.after(4 * MINUTE));
    await sendMails(s.worker);
    expect(new Set(s.sink.received.map(({ messageId }) => messageId)).size).toBe(4);
  });

  it('fits with the longest answer there is, and no length tells one from another', async () => {
    for (const text of ['x', `${'\u0001'.repeat(999)}x`, '\u{1f33f}'.repeat(1_000)]) {
      await (await s.mailed('answer')).answer(text);
    }
    await (await s.mailed('there')).answer('x');
    const { rows } = await test.owner.query(`
      SELECT count(DISTINCT octet_length(m.sealed))::integer AS mails,
        count(DISTINCT octet_length(c.sealed))::integer AS contacts,
        count(DISTINCT octet_length(c.until_sealed))::integer AS times,
        (SELECT count(DISTINCT octet_length(notice_sealed))::integer FROM subject.thread) AS notices
      FROM vault.mail m, vault.contact c`);
    expect(rows).toEqual([{ mails: 1, contacts: 1, times: 1, notices: 1 }]);
    expect(await sendMails(s.worker)).toMatchObject({ sent: 4 });
  });
});

describe('an address', () => {
  it('is kept for a week after the last answer, and while one is owed', async () => {
    const visitor = await s.mailed();
    s.now = s.after(8 * DAY);
    expect(await sweepContacts(s.worker)).toBe(0);
    await visitor.answer(ANSWER, s.after(8 * DAY));
    await sendMails(s.worker);
    s.now = s.after(15 * DAY - 1);
    expect(await sweepContacts(s.worker)).toBe(0);
    await write({ ...visitor.post(), now: s.after(14 * DAY) }, 'One more thing.');
    s.now = s.after(30 * DAY);
    expect(await sweepContacts(s.worker)).toBe(0);
    await visitor.answer('Yes.', s.after(30 * DAY));
    expect(await sendMails(s.worker)).toMatchObject({ sent: 1 });
    s.now = s.after(37 * DAY);
    expect(await sweepContacts(s.worker)).toBe(1);
    expect(await s.stateOf(visitor)).toBeNull();
    await visitor.answer('And this.', s.after(37 * DAY));
    expect(await s.rows()).toEqual({ contacts: 0, ended: 0, mails: 0 });
  });

  it('that nobody writes to is kept for 90 days at most', async () => {
    await s.mailed();
    s.now = s.after(90 * DAY - 1);
    expect(await sweepContacts(s.worker)).toBe(0);
    s.now = s.after(90 * DAY);
    expect(await sweepContacts(s.worker)).toBe(1);
  });

  it('that no key opens is reported while it waits, harms no other, and goes at night', async () => {
    const put = (table: string, columns: string) =>
      test.owner.query(`INSERT INTO vault.${table} VALUES ($1, ${columns})`, [randomBytes(32)]);
    await put('mail', "'rubbish'");
    await put('contact', "'rubbish', 'rubbish'");
    await (await s.mailed()).answer(ANSWER);
    expect(await sendMails(s.worker)).toMatchObject({ sent: 1, late: 1 });
    expect(await sweepContacts(s.worker)).toBe(1);
    expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 0 });
  });
});

it('rows that were just written are mixed with the others before anything else', async () => {
  for (const visitor of [await s.mailed(), await s.mailed()]) await visitor.answer(ANSWER);
  await sendMails({ ...s.worker, mail: null });
  const rows = await test.owner.query(`
    SELECT xmin::text, mixed FROM vault.contact UNION SELECT xmin::text, mixed FROM vault.mail`);
  expect(rows.rows).toEqual([{ xmin: expect.any(String), mixed: true }]);
});
