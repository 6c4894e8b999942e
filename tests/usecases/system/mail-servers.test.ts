// What mail servers do to the e-mails about answers.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { sendMails, sweepContacts } from '#lib/usecases/system/send-mails.ts';
import { testDatabase } from '../../support/database.ts';
import { mailingWorker } from '../../support/mailed.ts';
import { DAY, HOUR, MINUTE, mailing } from '../../support/mailing.ts';

const test = testDatabase();
const s = mailing(test);
const ANSWER = 'Start with one word. Then rest.';

describe('a mail server', () => {
  it('that asks us to come back is asked again, later and later, and takes it then', async () => {
    const visitor = await s.mailed();
    await visitor.answer(ANSWER);
    s.sink.refuse = 451;
    const tried: number[] = [];
    for (let minute = 0; minute <= 130; minute += 1) {
      s.now = s.after(minute * MINUTE);
      const before = s.worker.state.tries?.values().next().value?.count ?? 0;
      await sendMails(s.worker);
      if ((s.worker.state.tries?.values().next().value?.count ?? 0) > before) tried.push(minute);
    }
    expect(tried).toEqual([0, 1, 3, 8, 18, 38, 78]);
    expect(await s.rows()).toEqual({ contacts: 1, ended: 0, mails: 1 });
    s.sink.refuse = null;
    s.now = s.after(138 * MINUTE);
    expect(await sendMails(s.worker)).toMatchObject({ sent: 1, late: 0 });
    expect(s.worker.state.tries?.size).toBe(0);
  });

  it('that asks for it two days long ends it', async () => {
    const visitor = await s.mailed();
    await visitor.answer(ANSWER);
    s.sink.refuse = 451;
    await sendMails(s.worker);
    s.now = s.after(2 * DAY - 1);
    expect(await sendMails(s.worker)).toMatchObject({ refused: 0, late: 1 });
    s.now = s.after(2 * DAY + HOUR);
    expect(await sendMails(s.worker)).toMatchObject({ refused: 1, late: 0 });
    expect(await s.stateOf(visitor)).toBe('unreachable');
  });

  it('that refuses for good ends it: the address is gone, and its owner is told', async () => {
    const visitor = await s.mailed('answer');
    await visitor.answer(ANSWER);
    s.sink.refuse = 550;
    expect(await sendMails(s.worker)).toEqual({ sent: 0, refused: 1, late: 0, lost: 0 });
    expect(await s.rows()).toEqual({ contacts: 0, ended: 1, mails: 0 });
    const left = await test.owner.query('SELECT sealed, ended FROM vault.contact');
    expect(left.rows).toEqual([{ sealed: null, ended: 'unreachable' }]);
    expect(await s.stateOf(visitor)).toBe('unreachable');
    // The next answer orders none.
    await visitor.answer('Another one.');
    expect(await s.rows()).toMatchObject({ mails: 0 });
  });

  it('that is away is waited for, staff are told, and all of it goes out after', async () => {
    const visitors = [await s.mailed(), await s.mailed('answer')];
    for (const visitor of visitors) await visitor.answer(ANSWER);
    const dead = await mailingWorker(test.worker, 'smtp://127.0.0.1:1', () => s.now);
    s.now = s.after(30 * MINUTE);
    expect(await sendMails(dead)).toEqual({ sent: 0, refused: 0, late: 0, lost: 0 });
    s.now = s.after(31 * MINUTE);
    expect(await sendMails(dead)).toMatchObject({ late: 2 });
    const alerts = async () =>
      (await listOpenAlerts(test.db, 'mails_late')).map(({ detail }) => detail);
    expect(await alerts()).toEqual([{ count: 2 }]);
    s.now = s.after(3 * DAY);
    expect(await sendMails(dead)).toMatchObject({ sent: 0, refused: 0, late: 2 });
    for (const visitor of visitors) expect(await s.stateOf(visitor)).not.toBe('unreachable');
    expect(await sendMails(s.worker)).toMatchObject({ sent: 2, late: 0 });
    expect(await alerts()).toEqual([]);
  });

  it('that is away for a week lets the address go, and what was lost is told', async () => {
    const visitor = await s.mailed();
    await visitor.answer(ANSWER);
    const dead = await mailingWorker(test.worker, null, () => s.now);
    s.now = s.after(7 * DAY);
    expect(await sweepContacts(dead)).toBe(1);
    expect(await sendMails(dead)).toMatchObject({ sent: 0, lost: 1, late: 0 });
    expect(await s.rows()).toEqual({ contacts: 0, ended: 0, mails: 0 });
    expect((await listOpenAlerts(test.db, 'mails_missed')).map(({ detail }) => detail)).toEqual([
      { count: 1 },
    ]);
  });

  it('that falls after it has the whole e-mail gets it again, by the same name', async () => {
    const visitor = await s.mailed();
    await visitor.answer(ANSWER);
    const line = await fragileLine(s.sink.port);
    const worker = await mailingWorker(test.worker, line.url, () => s.now);
    s.sink.onMessage = () => line.cut();
    expect(await sendMails(worker)).toMatchObject({ sent: 0, refused: 0 });
    s.sink.onMessage = null;
    s.now = s.after(MINUTE);
    expect(await sendMails(worker)).toMatchObject({ sent: 1 });
    await line.close();
    expect(s.sink.received).toHaveLength(2);
    expect(new Set(s.sink.received.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

/** A way to a port that can be cut in the middle. */
async function fragileLine(port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
