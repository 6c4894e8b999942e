// A mail server of our own on loopback, that keeps what it was given.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  readonly url: string;
  readonly port: number;
  readonly received: Email[];
  /** The same as it came, with the sender of its envelope. */
  readonly raw: { readonly sender: string; readonly text: string }[];
  /** Answers to the next recipients, e.g. 550; null: they are taken. */
  refuse: number | null;
  /** Called when a whole message is there, before it is acknowledged. */
  onMessage: ((mail: Email) => void | Promise<void>) | null;
  close(): Promise<void>;
}

export async function startMailSink(port = 0): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, done) {
      const { refuse } = sink;
      done(refuse === null ? null : Object.assign(new Error('no'), { responseCode: refuse }));
    },
    onData(stream, { envelope: { mailFrom } }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const sender = mailFrom === false ? '' : mailFrom.address;
        sink.raw.push({ sender, text: Buffer.concat(chunks).toString('latin1') });
        const mail = await PostalMime.parse(Buffer.concat(chunks));
        sink.received.push(mail);
        await sink.onMessage?.(mail);
        done();
      });
    },
  });
  // A client that is killed in the middle resets its connection.
  server.on('error', () => undefined);
  const sink: MailSink = {
    url: '',
    port: 0,
    received: [],
    raw: [],
    refuse: null,
    onMessage: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const bound = (listening.address() as AddressInfo).port;
  return Object.assign(sink, { port: bound, url: `smtp://127.0.0.1:${bound}` });
}
