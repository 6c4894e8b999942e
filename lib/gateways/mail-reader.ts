import PostalMime, { type Email } from 'postal-mime';
import type { DeliveryReport, IncomingMail } from '#lib/domain/guidance/incoming-mail.ts';

/** A mail as it came, and who sent it by its envelope. */
export interface RawMail {
  readonly bytes: Uint8Array;
  /** Empty: `MAIL FROM:<>`. */
  readonly sender: string;
}

/** What is known of a mail, and its Message-ID where it has one that can be named again. */
export interface ReadMail extends IncomingMail {
  readonly messageId: string | null;
}

const NOTHING: ReadMail = {
  nullSender: true,
  deliveries: [],
  complaint: false,
  report: true,
  automatic: true,
  messageId: null,
};

/** Reports are read; of any other mail its head alone. What cannot be read means nothing. */
export async function readMail({ bytes, sender }: RawMail): Promise<ReadMail> {
  try {
    const head = await parse(headOf(bytes));
    const reported = reportType(head);
    const report = reported === null ? null : await parse(bytes);
    return {
      nullSender: sender === '',
      deliveries: report === null ? [] : deliveriesIn(report),
      complaint: report !== null && isComplaint(report),
      report: reported !== null,
      automatic: isAutomatic(head, sender),
      messageId: /^<[^<>\s]{1,200}>$/.exec(head.messageId ?? '')?.[0] ?? null,
    };
  } catch {
    return NOTHING;
  }
}

const BOUNDS = { maxNestingDepth: 16, maxHeadersSize: 64 * 1024, forceRfc822Attachments: true };

function parse(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes, BOUNDS);
}

/** Up to the first empty line. */
function headOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  return end === null ? bytes : bytes.subarray(0, end.index + 2);
}

const headerOf = ({ headers }: Email, name: string) =>
  headers.find(({ key }) => key === name)?.value ?? '';

/** Empty: a report that does not say of what (RFC 6522 section 3). Null: no report. */
function reportType(head: Email): string | null {
  const type = headerOf(head, 'content-type');
  if (!/^\s*multipart\/report\s*(;|$)/i.test(type)) return null;
  return /;\s*report-type\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase() ?? '';
}

/** What somebody complained of; not that a program tells of itself (RFC 5965 section 7.3). */
const COMPLAINT = /^\s*feedback-type\s*:\s*(abuse|fraud)\s*$/im;

function isComplaint(report: Email): boolean {
  return partsOf(report, /^message\/feedback-report$/i).some((part) => COMPLAINT.test(part));
}

/** `message/global-…` is the same in UTF-8 (RFC 6533). */
const DELIVERY = /^message\/(global-)?delivery-status$/i;

function partsOf({ attachments }: Email, type: RegExp): readonly string[] {
  return attachments
    .filter(({ mimeType }) => type.test(mimeType))
    .map(({ content }) =>
      typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8'),
    );
}

/** Groups of fields between empty lines: the first is about the whole, each other about one recipient. */
function deliveriesIn(report: Email): readonly DeliveryReport[] {
  return partsOf(report, DELIVERY).flatMap((text) =>
    text.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap((group) => {
      const action = fieldOf(group, 'action');
      return action === '' ? [] : [{ action, status: fieldOf(group, 'status') }];
    }),
  );
}

function fieldOf(group: string, name: 'action' | 'status'): string {
  const line = group.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

/** RFC 3834 section 2, and what mailing lists and answering machines put into their heads. */
function isAutomatic(head: Email, sender: string): boolean {
  const submitted = headerOf(head, 'auto-submitted').trim();
  if (submitted !== '' && !/^no\b/i.test(submitted)) return true;
  if (/^(bulk|list|junk|auto_reply)$/i.test(headerOf(head, 'precedence').trim())) return true;
  if (head.headers.some(({ key }) => MACHINES.test(key))) return true;
  return /^(mailer-daemon|postmaster|owner-.*|.*-request|no-?reply)@/i.test(sender);
}

const MACHINES =
  /^(list-.*|x-auto-response-suppress|x-autoreply|x-autorespond|x-loop|feedback-id)$/;
