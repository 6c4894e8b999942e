/** What somebody's mail server reported of one recipient (RFC 3464 section 2.3). */
export interface DeliveryReport {
  readonly action: string;
  readonly status: string;
}

/** What is known of a mail that came in: none of its words. */
export interface IncomingMail {
  /** `MAIL FROM:<>`: it is about another mail, and nothing is to be sent back (RFC 5321 section 4.5.5). */
  readonly nullSender: boolean;
  /** Of a report of delivery; empty where it is none. */
  readonly deliveries: readonly DeliveryReport[];
  /** Somebody called our mail unwanted (RFC 5965). */
  readonly complaint: boolean;
  /** Any other report. */
  readonly report: boolean;
  /** A program wrote it, or it went to many (RFC 3834 section 2). */
  readonly automatic: boolean;
}

/** What a mail to the return address of an e-mail of ours means. */
export type Meaning = 'unreachable' | 'complaint' | 'answer' | 'nothing';

export function meaningOf(mail: IncomingMail): Meaning {
  if (mail.complaint) return 'complaint';
  if (mail.deliveries.some(hasFailed)) return 'unreachable';
  return mail.nullSender || mail.report || mail.automatic ? 'nothing' : 'answer';
}

/** `failed` is final also with a status of 4.x.x; `delayed`, `delivered`, `relayed` and `expanded` end nothing. */
function hasFailed({ action, status }: DeliveryReport): boolean {
  return action.toLowerCase() === 'failed' && !status.startsWith('2.');
}
