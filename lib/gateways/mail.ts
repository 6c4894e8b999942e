import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same each time this message is sent. */
  readonly messageId: string;
  /** Where its reader can end the messages. */
  readonly stop: string;
  /** Where what cannot be delivered, and answers, come back to; absent: to the sender. */
  readonly returnTo?: string | undefined;
  /** Of the e-mail that this one answers by itself. Nothing comes back where it cannot be delivered. */
  readonly answers?: { readonly messageId: string | null };
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
    async send({ stop, returnTo, answers, ...mail }) {
      const envelope = answers ? '' : (returnTo ?? from.address);
      try {
        await transport.sendMail({
          ...mail,
          ...headersOf(stop, answers),
          ...(returnTo === undefined ? {} : { replyTo: returnTo }),
          envelope: { from: envelope, to: mail.to },
          signal: AbortSignal.timeout(LONGEST_MS),
        });
        return 'sent';
      } catch (error) {
        return isRefused(error) ? 'refused' : 'later';
      }
    },
  };
}

/** Nobody waits for an answer, and none is sent to a robot (RFC 3834); one press ends it (RFC 8058, https alone). */
function headersOf(stop: string, answers: Mail['answers']) {
  if (answers) {
    const inReplyTo = answers.messageId === null ? {} : { inReplyTo: answers.messageId };
    return { ...inReplyTo, headers: { 'auto-submitted': 'auto-replied' } };
  }
  const onePress = stop.startsWith('https:')
    ? { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }
    : {};
  const headers = { 'auto-submitted': 'auto-generated', ...onePress };
  return { list: { unsubscribe: stop }, headers };
}

/** The server said for good that it takes nothing for this address (RFC 5321 section 4.2.1: 5yz). */
function isRefused(error: unknown): boolean {
  const { responseCode, command } = Object(error) as Record<string, unknown>;
  const aboutAddress = command === 'RCPT TO' || command === 'API';
  return aboutAddress && typeof responseCode === 'number' && responseCode >= 500;
}
