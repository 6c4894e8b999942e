// The worker: what nobody asks for by a request. Jobs live in the same database (pg-boss).
import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { readConfig } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { describeError, openLog } from '#lib/gateways/log.ts';
import { openMailServer } from '#lib/gateways/mail.ts';
import { readReturnAddress, returnKey } from '#lib/gateways/mail-keys.ts';
import { listenForMail } from '#lib/gateways/mail-listener.ts';
import { openPushSender } from '#lib/gateways/push.ts';
import { readWorkerSecrets } from '#lib/gateways/secrets.ts';
import { publicKeyOf, readWorkerKey } from '#lib/gateways/vault-box.ts';
import { isDatabaseDown, openDatabase } from '#lib/store/client.ts';
import { SENDING_JOB } from '#lib/store/reminders.ts';
import { checkAuditChain } from '#lib/usecases/system/check-audit-chain.ts';
import { checkCrisisLines } from '#lib/usecases/system/check-crisis-lines.ts';
import { checkGroup } from '#lib/usecases/system/check-group.ts';
import { checkOpenTiers } from '#lib/usecases/system/check-open-tiers.ts';
import { checkPlacements } from '#lib/usecases/system/check-placements.ts';
import { checkPromises } from '#lib/usecases/system/check-promises.ts';
import { checkStranded } from '#lib/usecases/system/check-stranded.ts';
import { checkTrials } from '#lib/usecases/system/check-trials.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { expireRecords } from '#lib/usecases/system/expire-records.ts';
import { forgetVisitTimes } from '#lib/usecases/system/forget-visit-times.ts';
import { makePackages } from '#lib/usecases/system/make-packages.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';
import { mixGroup } from '#lib/usecases/system/mix-group.ts';
import { receiveMail } from '#lib/usecases/system/receive-mail.ts';
import { releaseTrials } from '#lib/usecases/system/release-trials.ts';
import { sendMails, sweepContacts } from '#lib/usecases/system/send-mails.ts';
import {
  type Schedule,
  sendReminders,
  sweepReminders,
} from '#lib/usecases/system/send-reminders.ts';

const config = readConfig(process.env);
const log = openLog();
const { auditKey, vaultKey, vapidKey } = readWorkerSecrets(config.secretFile);
// Nobody waits for a job: removing many rows may take longer than a visitor would.
const db = openDatabase({ url: config.databaseUrlWorker, max: 4, longestMs: 60_000 });

function context() {
  const now = Date.now() as Instant;
  return { db, config, now, today: localTime(now, config.timeZone).day };
}

const { hostname: host, origin } = config.origin;
const { server, from, listen } = config.mail;
const sender = { name: config.serviceName, address: from };
const sending = {
  db,
  config,
  clock: () => Date.now() as Instant,
  key: await readWorkerKey(vaultKey),
  schedule: new Map() as Schedule,
  host,
  mail: server === null ? null : openMailServer(server, sender),
  push: openPushSender({ privateKey: vapidKey, contact: contactOf(), hosts: config.pushHosts }),
};

const inbound = { key: returnKey(vaultKey), host: from.slice(from.lastIndexOf('@') + 1) };
const mailing = {
  ...sending,
  publicKey: publicKeyOf(vaultKey),
  state: { tries: null },
  inbound: listen && inbound,
};

/** A push service takes an address of the web over https, or one for e-mail (RFC 8292 section 2.1). */
function contactOf(): string {
  return origin.startsWith('https:') ? origin : `mailto:${from}`;
}

const packages = { key: sending.key, state: { busy: false } };

/** Of everything that is recorded by now. */
async function makeFigures(): Promise<boolean> {
  await countFigures({ db });
  return makeRelease(context());
}

/** When each job runs, in the deployment's time zone, and how it is done. Each is safe to repeat. */
const JOBS: Readonly<Record<string, { readonly cron: string; run(): Promise<unknown> }>> = {
  'expire-records': { cron: '15 3 * * *', run: () => expireRecords(context()) },
  'verify-audit-chain': { cron: '45 3 * * *', run: () => checkAuditChain(context(), auditKey) },
  'check-crisis-lines': { cron: '0 6 * * *', run: () => checkCrisisLines(context()) },
  'check-open-tiers': { cron: '*/15 * * * *', run: () => checkOpenTiers(context()) },
  'check-group': { cron: '*/5 * * * *', run: () => checkGroup(context()) },
  'mix-group': { cron: '* * * * *', run: () => mixGroup(context()) },
  'check-placements': { cron: '*/5 * * * *', run: () => checkPlacements(context()) },
  'check-trials': { cron: '*/5 * * * *', run: () => checkTrials(context()) },
  'forget-visit-times': { cron: '*/10 * * * *', run: () => forgetVisitTimes(context()) },
  [SENDING_JOB]: { cron: '* * * * *', run: () => sendReminders(sending) },
  'sweep-reminders': { cron: '30 3 * * *', run: () => sweepReminders(sending) },
  'send-mails': { cron: '* * * * *', run: () => sendMails(mailing) },
  'sweep-contacts': { cron: '35 3 * * *', run: () => sweepContacts(mailing) },
  'make-packages': { cron: '* * * * *', run: () => makePackages({ ...context(), ...packages }) },
  'make-release': { cron: '* * * * *', run: makeFigures },
  'release-trials': { cron: '* * * * *', run: () => releaseTrials(context()) },
  'check-promises': { cron: '*/15 * * * *', run: () => checkPromises(context()) },
  'check-stranded': { cron: '*/5 * * * *', run: () => checkStranded(context()) },
};

// pg-boss wants a pool of its own; its schema was made for this login, which owns nothing else.
const boss = new PgBoss({
  connectionString: config.databaseUrlWorker,
  schema: 'pgboss',
  createSchema: false,
  max: 3,
  // Woken by the database where there is a job; asked every 30 s besides, or every 2 s where LISTEN is not to be had.
  useListenNotify: true,
});
boss.on('error', (error) => log.error({ event: 'queue failed', error: describeError(error) }));

async function work(name: string, run: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  try {
    await run();
    log.info({ event: 'job done', job: name, ms: Math.round(performance.now() - from) });
  } catch (error) {
    log.error({ event: 'job failed', job: name, error: describeError(error) });
    throw error;
  }
}

const receiving = { ...mailing, inbound, told: new Map() };
const listener =
  listen &&
  (await listenForMail({
    ...listen,
    accepts: (address) => readReturnAddress(inbound.key, address, inbound.host) !== null,
    receive: (address, mail) => receiveMail(receiving, address, mail),
    onError: (error) => log.error({ event: 'mail not taken', error: describeError(error) }),
  }));

await boss.start();
for (const [name, job] of Object.entries(JOBS)) {
  const queue = { retryLimit: 3, retryDelay: 60, notify: true };
  await boss.createQueue(name, queue);
  // One that is there already stays as an earlier version made it.
  await boss.updateQueue(name, queue);
  await boss.work(name, () => work(name, job.run));
  await boss.schedule(name, job.cron, {}, { tz: config.timeZone });
  // Once at every start too: a machine that sleeps at night still keeps its promises.
  await boss.send(name, {}, { singletonKey: 'start', singletonSeconds: 60 });
}
log.info({ event: 'worker ready' });

let stopping = false;

/** So that nothing waits long to be counted when a release is due; no cron runs as often. */
const COUNT_EVERY_MS = 500;
async function keepCounting(): Promise<void> {
  while (!stopping) {
    try {
      await countFigures({ db });
    } catch (error) {
      if (!(stopping || isDatabaseDown(error))) {
        log.error({ event: 'figures not counted', error: describeError(error) });
      }
    }
    await setTimeout(COUNT_EVERY_MS);
  }
}
const counting = keepCounting();

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await listener?.close();
  await boss.stop({ graceful: true, timeout: 10_000 });
  await counting;
  await db.$disconnect();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
// Started by `up`: without it nobody would stop this process.
process.on('disconnect', () => void stop());
