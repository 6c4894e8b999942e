// A worker that sends reminders and nothing else, over and over, to be killed. Arguments: database, mail server, key.
import type { Instant } from '#lib/domain/basics/ids.ts';
import { readWorkerKey } from '#lib/gateways/vault-box.ts';
import { openDatabase } from '#lib/store/client.ts';
import { sendReminders } from '#lib/usecases/system/send-reminders.ts';
import { sendingWorker } from './reminded.ts';

const [url = '', mail = '', key = ''] = process.argv.slice(2);
const db = openDatabase({ url, max: 2, longestMs: 60_000 });
const worker = {
  ...(await sendingWorker(db, mail, () => Date.now() as Instant)),
  key: await readWorkerKey(Buffer.from(key, 'base64')),
};
for (;;) await sendReminders(worker);
