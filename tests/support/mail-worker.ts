// A worker that sends e-mails about answers and nothing else, over and over, to be killed. Arguments: database, mail
// server, key.
import type { Instant } from '#lib/domain/basics/ids.ts';
import { readWorkerKey } from '#lib/gateways/vault-box.ts';
import { openDatabase } from '#lib/store/client.ts';
import { sendMails } from '#lib/usecases/system/send-mails.ts';
import { mailingWorker } from './mailed.ts';

const [url = '', mail = '', key = ''] = process.argv.slice(2);
const db = openDatabase({ url, max: 2, longestMs: 60_000 });
const worker = {
  ...(await mailingWorker(db, mail, () => Date.now() as Instant)),
  key: await readWorkerKey(Buffer.from(key, 'base64')),
};
for (;;) await sendMails(worker);
