import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same each time this message is sent. */
  readonly messageId: string;
  /** Where its reader can end the messages. */
  readonly stop: string;
}

/** `refused`: nobody will ever take it there; `later`: it may be taken at another time. */
export type Delivered = 'sent' | 'refused' | 'later';

export interface MailServer {
  /** Whether the server answers now. */
  isUp(): Promise<boolean>;
  send(mail: Mail): Promise<Delivered>;
}

// While a message is under way, whoever ends it waits: the whole dialogue is broken off after this, not its silence.
const LONGEST_MS = 20_000;

export function openMailServer(url: string, from: { name: string; address: string }): MailServer {
  const limits = { connectionTimeout: LONGEST_MS, greetingTimeout: LONGEST_MS };
  const safe = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({ url, ...limits, ...safe }, { from });
  return {
    async isUp() {
      try {
        return await transport.verify();
      } catch {
        return false;
      }
    },
    async send({ stop, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          list: { unsubscribe: stop },
          // Nobody waits for an answer, and none is sent to a robot (RFC 3834).
          headers: { 'auto-submitted': 'auto-generated' },
          signal: AbortSignal.timeout(LONGEST_MS),
        });
        return 'sent';
      } catch (error) {
        return isRefused(error) ? 'refused' : 'later';
      }
    },
  };
}

/** The server said for good that it takes nothing for this address (RFC 5321 section 4.2.1: 5yz). */
function isRefused(error: unknown): boolean {
  const { responseCode, command } = Object(error) as Record<string, unknown>;
  const aboutAddress = command === 'RCPT TO' || command === 'API';
  return aboutAddress && typeof responseCode === 'number' && responseCode >= 500;
}
