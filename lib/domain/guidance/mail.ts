import { z } from 'zod';
import type { Instant } from '#lib/domain/basics/ids.ts';

/** What an e-mail about an answer says: only that there is one, or the answer itself. */
export const MAIL_KINDS = ['there', 'answer'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Why nothing more goes to an address, where its owner did not end it. */
export type MailEnd = 'unreachable' | 'complaint';

const words = z.strictObject({ subject: z.string(), text: z.string() });

/** An address and the exact words that were shown beside it, as the worker alone can read them. */
export const MAIL_CONTACT = z.strictObject({
  version: z.literal(1),
  to: z.string(),
  kind: z.enum(MAIL_KINDS),
  subject: z.string(),
  /** The answer, where it is sent, stands between these two. */
  before: z.string(),
  after: z.string(),
  /** Where it can be ended without signing in. */
  stop: z.string(),
  /** What somebody is told who answers the e-mail. */
  auto: words,
});
export type MailContact = Readonly<z.infer<typeof MAIL_CONTACT>>;

/** One e-mail that is to go out. */
export const OUTGOING_MAIL = z.strictObject({
  version: z.literal(1),
  /** Id of its contact, in hex. */
  contact: z.string(),
  /** Names it in its Message-ID. */
  name: z.string(),
  /** When the answer was given. */
  at: z.number().transform((at) => at as Instant),
  /** The answer itself, where that was chosen. */
  answer: z.string().nullable(),
});
export type OutgoingMail = Readonly<z.infer<typeof OUTGOING_MAIL>>;

/** The text of an e-mail. `kind` decides at the moment of sending, whatever was put in before. */
export function mailText({ kind, before, after }: MailContact, answer: string | null): string {
  const parts = kind === 'answer' && answer !== null ? [before, answer, after] : [before, after];
  return parts.join('\n\n');
}

const MINUTE_MS = 60_000;
/** Greylisting asks to come back after some minutes (RFC 6647 section 2.2): soon at first, then every hour. */
const PAUSES = [1, 2, 5, 10, 20, 40, 60];

/** How long to wait after so many tries that came to nothing. */
export function pauseAfter(tries: number): number {
  return (PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0) * MINUTE_MS;
}

/** An address that takes nothing for so long is given up; RFC 5321 section 4.5.4.1 asks for days. */
export const GIVE_UP_MS = 2 * 86_400_000;
