import { describe, expect, it } from 'vitest';
import { newMailToken } from '#lib/gateways/mail-keys.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { sendMails } from '#lib/usecases/system/send-mails.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { orderMail } from '#lib/usecases/visitor/place/order-mail.ts';
import { hasMail, stopMail } from '#lib/usecases/visitor/place/stop-mail.ts';
import { testDatabase } from '../../support/database.ts';
import { draftOf } from '../../support/guiding.ts';
import { letGo, type Mailed, mailOrder } from '../../support/mailed.ts';
import { mailing } from '../../support/mailing.ts';
import { visitorWithKey } from '../../support/reminded.ts';
import { staffContextOf } from '../staff/people.ts';

const test = testDatabase();
const s = mailing(test);
const NONE = { contacts: 0, ended: 0, mails: 0 };

const WAYS: Readonly<Record<string, (visitor: Mailed) => Promise<unknown>>> = {
  'by its owner': ({ post }) => orderMail(post(), null),
  'from the e-mail': ({ order }) => stopMail({ db: test.db }, order.token),
  'by deleting everything': ({ post }) => eraseEverything(post()),
  'by deleting everything without the code': ({ post }) => {
    const ctx = post();
    return eraseEverything({ ...ctx, session: { ...ctx.session, recordKey: null } });
  },
};

describe('answers by e-mail that are ended', () => {
  for (const [name, end] of Object.entries(WAYS)) {
    it(`${name}: the address and what waited are gone at once, and nothing goes out`, async () => {
      const other = await s.mailed('answer');
      const visitor = await s.mailed('answer');
      for (const one of [other, visitor]) await one.answer('Rest.');
      expect(await s.rows()).toEqual({ contacts: 2, ended: 0, mails: 2 });
      await end(visitor);
      expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 1 });
      expect(await sendMails(s.worker)).toMatchObject({ sent: 1 });
      expect(s.sink.received.map(({ to }) => to?.[0]?.address)).toEqual([other.to]);
      if (name.startsWith('by deleting')) return;
      expect(await s.stateOf(visitor)).toBeNull();
      await visitor.answer('More.');
      expect(await s.rows()).toMatchObject({ mails: 0 });
    });

    it(`${name}, while one is being sent: the end waits for it, and nothing follows`, async () => {
      const visitor = await s.mailed('answer');
      for (const text of ['One', 'Two']) await visitor.answer(text);
      let ended = false;
      let ending: Promise<unknown> | undefined;
      s.sink.onMessage = async () => {
        ending ??= end(visitor).then(() => {
          ended = true;
        });
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(ended).toBe(false);
      };
      await sendMails(s.worker);
      await ending;
      s.sink.onMessage = null;
      const before = s.sink.received.length;
      await sendMails(s.worker);
      expect(s.sink.received).toHaveLength(before);
      expect(await s.rows()).toEqual(NONE);
    });
  }
});

describe('the address of answers', () => {
  it('can be changed: the old one gets nothing more, and the new one all that follows', async () => {
    const visitor = await s.mailed('answer');
    await visitor.answer('One');
    const order = mailOrder('new@example.test', 'there');
    // The same post twice is the same.
    for (const _ of [1, 2])
      expect(await orderMail(visitor.post(), order)).toMatchObject({ ok: true });
    expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 0 });
    expect(await s.stateOf(visitor)).toBe('there');
    await visitor.answer('Two');
    await sendMails(s.worker);
    expect(s.sink.received.map(({ to }) => to?.[0]?.address)).toEqual(['new@example.test']);
    expect(s.sink.received[0]?.text).not.toContain('Two');
    expect(await hasMail({ db: test.db }, visitor.order.token)).toBe(false);
    expect(await hasMail({ db: test.db }, order.token)).toBe(true);
    expect(await hasMail({ db: test.db }, newMailToken())).toBe(false);
  });

  it('is ordered and ended once a post, also where that is sent again after a later one', async () => {
    const visitor = await s.mailed();
    const [first, second] = [mailOrder('first@example.test'), mailOrder('second@example.test')];
    const [one, two, end] = [visitor.post(), visitor.post(), visitor.post()];
    const stored = async () =>
      (await test.owner.query('SELECT id, sealed FROM vault.contact')).rows;
    await Promise.all([1, 2, 3].map(() => orderMail(one, first)));
    const before = await stored();
    expect(before).toHaveLength(1);
    await orderMail(one, mailOrder('first@example.test'));
    expect(await stored()).toEqual(before);
    await orderMail(two, second);
    const after = await stored();
    await orderMail(one, first);
    expect(await stored()).toEqual(after);
    expect(await hasMail({ db: test.db }, second.token)).toBe(true);
    await orderMail(end, null);
    expect(await stored()).toEqual([]);
    await orderMail(visitor.post(), first);
    await orderMail(end, null);
    await orderMail(two, second);
    expect(await hasMail({ db: test.db }, first.token)).toBe(true);
  });

  it('needs a thread, and the code that opens it', async () => {
    const visitor = await visitorWithKey(test.db);
    const refused = { ok: false, error: 'no_thread' };
    expect(await orderMail(visitor.post(), mailOrder('a@example.test'))).toEqual(refused);
    const ctx = (await s.mailed()).post();
    const without = { ...ctx, session: { ...ctx.session, recordKey: null } };
    expect(await orderMail(without, mailOrder('a@example.test'))).toEqual(refused);
    expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 0 });
  });

  it('that could not be reached is told until another one is given', async () => {
    const visitor = await s.mailed();
    await visitor.answer('One');
    s.sink.refuse = 550;
    await sendMails(s.worker);
    s.sink.refuse = null;
    expect(await s.stateOf(visitor)).toBe('unreachable');
    await orderMail(visitor.post(), mailOrder('better@example.test'));
    expect(await s.stateOf(visitor)).toBe('there');
    expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 0 });
  });
});

it('a reply that is posted twice, or comes to nothing, orders one e-mail or none', async () => {
  const visitor = await s.mailed();
  const ctx = staffContextOf(test.db, s.guide, 'inbox:reply');
  const reply = { id: visitor.threadId, draft: draftOf('Rest.'), seen: 1, override: false };
  await Promise.all([1, 2, 3].map(() => replyToThread(ctx, reply)));
  // While it can be taken back, nothing is ordered.
  expect(await s.rows()).toMatchObject({ mails: 0 });
  await Promise.all([1, 2, 3].map(() => letGo(ctx)));
  expect(await s.rows()).toMatchObject({ mails: 1 });
  const late = { ...staffContextOf(test.db, s.guide, 'inbox:reply'), key: 'another form' };
  expect(await replyToThread(late, { ...reply, draft: draftOf('Late') })).toMatchObject({
    error: { kind: 'changed' },
  });
  expect(await s.rows()).toMatchObject({ mails: 1 });
});

it('a thread without an address orders nothing', async () => {
  const visitor = await s.mailed();
  await orderMail(visitor.post(), null);
  await visitor.answer('Rest.');
  expect(await s.rows()).toEqual(NONE);
});

it('web can neither read nor change what it has put in', async () => {
  await (await s.mailed()).answer('Rest.');
  for (const table of ['contact', 'mail'] as const) {
    for (const sql of [`SELECT FROM vault.${table}`, `DELETE FROM vault.${table}`]) {
      await expect(test.db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/);
    }
    const update = `UPDATE vault.${table} SET mixed = true`;
    await expect(test.db.$executeRawUnsafe(update)).rejects.toThrow(/permission denied/);
  }
});
