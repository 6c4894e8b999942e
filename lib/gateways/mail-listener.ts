import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { RawMail } from './mail-reader.ts';

export interface MailListener {
  readonly port: number;
  close(): Promise<void>;
}

export interface ListenerOptions {
  readonly host: string;
  readonly port: number;
  /** Whether an address is one that mail is taken for. */
  readonly accepts: (address: string) => boolean;
  /** Called for each recipient; what it throws makes the sender try again. */
  readonly receive: (address: string, mail: RawMail) => Promise<void>;
  /** Something went wrong with one connection, or with one mail. */
  readonly onError: (error: unknown) => void;
}

/** A report of delivery quotes what it is about; ours are short. */
const LONGEST_MAIL = 256 * 1024;
const MOST_CLIENTS = 10;
const MOST_RECIPIENTS = 5;
const SILENCE_MS = 30_000;

/** Mail in, from the mail server of this service (SMTP without sign-in: it belongs behind one, not in the open). */
export async function listenForMail(options: ListenerOptions): Promise<MailListener> {
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'ready',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: LONGEST_MAIL,
    maxClients: MOST_CLIENTS,
    socketTimeout: SILENCE_MS,
    closeTimeout: 2_000,
    onRcptTo({ address }, { envelope }, done) {
      if (envelope.rcptTo.length >= MOST_RECIPIENTS) return done(refusal(452, 'Too many'));
      done(options.accepts(address) ? null : refusal(550, 'Nobody reads this address'));
    },
    onData(stream, { envelope }, done) {
      const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const recipients = new Set(envelope.rcptTo.map(({ address }) => address));
      taken(options, stream, { sender, recipients }).then(
        () => done(),
        (error: unknown) => {
          options.onError(error);
          done(isRefusal(error) ? error : refusal(451, 'Come back later'));
        },
      );
    },
  });
  server.on('error', options.onError);
  const listening = server.listen(options.port, options.host);
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function taken(
  { receive }: ListenerOptions,
  stream: SMTPServerDataStream,
  { sender, recipients }: { readonly sender: string; readonly recipients: Iterable<string> },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    // Read to its end all the same: only then can it be answered.
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw refusal(552, 'Too long');
  const bytes = Buffer.concat(chunks);
  for (const address of recipients) await receive(address, { bytes, sender });
}

type Refusal = Error & { readonly responseCode: number };

function refusal(responseCode: number, words: string): Refusal {
  return Object.assign(new Error(words), { responseCode });
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'responseCode' in error;
}
