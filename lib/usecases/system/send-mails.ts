import { retentionDays } from '#lib/domain/access/retention.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import {
  GIVE_UP_MS,
  type MailContact,
  mailText,
  type OutgoingMail,
  pauseAfter,
} from '#lib/domain/guidance/mail.ts';
import type { Delivered, MailServer } from '#lib/gateways/mail.ts';
import {
  openContact,
  openMail,
  openUntil,
  returnAddress,
  sealUntil,
} from '#lib/gateways/mail-keys.ts';
import type { WorkerKey } from '#lib/gateways/vault-box.ts';
import { isDatabaseDown, type Tx } from '#lib/store/client.ts';
import {
  dropMail,
  endContact,
  expireContact,
  findContact,
  findMail,
  listContactTimes,
  listMailIds,
  mixMails,
} from '#lib/store/mails.ts';
import { WAITING, waitLonger } from '#lib/store/reminders.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';
import { reportSending } from '#lib/usecases/report-sending.ts';

/** What came to nothing so far, by the id of an e-mail in hex. A worker that begins anew tries anew. */
export interface Tries {
  readonly count: number;
  readonly first: Instant;
  readonly next: Instant;
}

export interface Mailing extends Pick<Context, 'db'> {
  /** Asked anew for each e-mail: a round can last. */
  readonly clock: () => Instant;
  readonly key: WorkerKey;
  /** The public half of it. */
  readonly publicKey: Uint8Array;
  /** Kept from round to round; null before the first. */
  readonly state: { tries: Map<string, Tries> | null };
  readonly host: string;
  readonly mail: MailServer | null;
  /** Where bounces come back to; null: this service takes no mail. */
  readonly inbound: { readonly key: Uint8Array; readonly host: string } | null;
}

/** `lost`: nobody could send them for so long that their address is gone. `late`: they should have gone out. */
export interface MailRound {
  readonly sent: number;
  readonly refused: number;
  readonly late: number;
  readonly lost: number;
}

/** Longer than a server that does not know us asks us to wait. */
const LATE_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

type Outcome = Delivered | 'ended' | 'lost';
type Waiting = { readonly id: Uint8Array; readonly name: string; readonly mail: OutgoingMail };

/** Sends the e-mails about answers, at least once, oldest first, each time with the same Message-ID. */
export async function sendMails(ctx: Mailing): Promise<MailRound> {
  await mixMails(ctx.db, ctx.state.tries === null);
  ctx.state.tries ??= new Map();
  const { waiting, unreadable } = await listWaiting(ctx);
  forgetOthers(ctx.state.tries, waiting);
  const { outcomes, failure } = await sendAll(ctx, waiting, ctx.state.tries);
  const now = ctx.clock();
  const done = [...outcomes.values()];
  const count = (outcome: Outcome) => done.filter((one) => one === outcome).length;
  const isLate = ({ name, mail }: Waiting) =>
    (outcomes.get(name) ?? 'later') === 'later' && now - mail.at > LATE_MS;
  const round = {
    ...{ sent: count('sent'), refused: count('refused'), lost: count('lost') },
    late: waiting.filter(isLate).length + unreadable,
  };
  await reportSending(ctx.db, 'mails', { late: round.late, missed: round.lost }, now);
  if (failure !== null) throw failure;
  return round;
}

/** Takes out addresses whose time is over, and what no key opens; and mixes what is left. */
export async function sweepContacts(ctx: Mailing): Promise<number> {
  let gone = 0;
  for (const id of await listMailIds(ctx.db)) {
    if ((await readMail(ctx.db, ctx.key, id)) === null) await dropMail(ctx.db, id);
  }
  for (const { id, untilSealed } of await listContactTimes(ctx.db)) {
    const until = await openUntil(ctx.key, id, untilSealed);
    if (until !== null && until > ctx.clock()) continue;
    await expireContact(ctx.db, { id, untilSealed });
    gone += 1;
  }
  await mixMails(ctx.db, true);
  return gone;
}

async function listWaiting({ db, key }: Mailing) {
  const waiting: Waiting[] = [];
  let unreadable = 0;
  for (const id of await listMailIds(db)) {
    const mail = await readMail(db, key, id);
    if (mail === null) unreadable += 1;
    else waiting.push({ id, name: Buffer.from(id).toString('hex'), mail });
  }
  return { waiting: waiting.toSorted((a, b) => a.mail.at - b.mail.at), unreadable };
}

async function readMail(tx: Tx, key: WorkerKey, id: Uint8Array): Promise<OutgoingMail | null> {
  const sealed = await findMail(tx, id);
  return sealed === null ? null : openMail(key, id, sealed);
}

/** One e-mail that cannot be sent holds up no other; a server that is away is not asked again for each. */
async function sendAll(ctx: Mailing, waiting: readonly Waiting[], tries: Map<string, Tries>) {
  const outcomes = new Map<string, Outcome>();
  let failure: unknown = null;
  const isResting = ({ name }: Waiting) => (tries.get(name)?.next ?? 0) > ctx.clock();
  const due = waiting.filter((one) => !isResting(one));
  let mail = due.length > 0 ? await ifUp(ctx.mail) : null;
  for (const one of due) {
    try {
      const outcome = await sendOne({ ...ctx, mail }, one, tries.get(one.name));
      outcomes.set(one.name, outcome);
      if (mail !== null) noteTry(tries, one.name, { outcome, now: ctx.clock() });
      if (outcome === 'later') mail = await ifUp(mail);
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      failure ??= error;
    }
  }
  return { outcomes, failure };
}

/** What was ended meanwhile has no next try. */
function forgetOthers(tries: Map<string, Tries>, waiting: readonly Waiting[]): void {
  const names = new Set(waiting.map(({ name }) => name));
  for (const name of tries.keys()) if (!names.has(name)) tries.delete(name);
}

interface Tried {
  readonly outcome: Outcome;
  readonly now: Instant;
}

function noteTry(tries: Map<string, Tries>, name: string, { outcome, now }: Tried): void {
  const { count = 0, first = now } = tries.get(name) ?? {};
  if (outcome !== 'later') tries.delete(name);
  else tries.set(name, { count: count + 1, first, next: (now + pauseAfter(count + 1)) as Instant });
}

async function ifUp(mail: MailServer | null): Promise<MailServer | null> {
  return (await mail?.isUp()) ? mail : null;
}

/** Who ends it waits while an e-mail of theirs is under way, and once that is acknowledged nothing more goes out. */
function sendOne(ctx: Mailing, waiting: Waiting, tried: Tries | undefined): Promise<Outcome> {
  const { id } = waiting;
  return ctx.db.$transaction(async (tx) => {
    await waitLonger(tx);
    await takeTurn(tx, `contact ${waiting.mail.contact}`);
    // Another worker, or its reader, may have been here.
    const mail = await readMail(tx, ctx.key, id);
    if (mail === null) return 'ended';
    const contactId = Buffer.from(mail.contact, 'hex');
    const sealed = await findContact(tx, contactId);
    const contact = sealed && (await openContact(ctx.key, contactId, sealed));
    const outcome = contact
      ? await deliver(ctx, { contact, contactId, mail }, tried)
      : over(ctx, mail);
    if (outcome === 'later') return outcome;
    // The contact comes before its e-mail, as everywhere (vault.mix_mails).
    if (outcome === 'refused') await endUnreachable(ctx, tx, contactId);
    await dropMail(tx, id);
    return outcome;
  }, WAITING);
}

/** Its address is gone: ended by its reader, or in its time because nobody could send this. */
function over(ctx: Mailing, { at }: OutgoingMail): Outcome {
  return ctx.clock() - at < retentionDays('answer_contact') * DAY_MS ? 'ended' : 'lost';
}

interface Letter {
  readonly contact: MailContact;
  readonly contactId: Uint8Array;
  readonly mail: OutgoingMail;
}

async function deliver(
  { mail: server, inbound, host, clock }: Mailing,
  { contact, contactId, mail }: Letter,
  tried: Tries | undefined,
): Promise<Delivered> {
  const { to, subject, stop } = contact;
  const outcome = await server?.send({
    ...{ to, subject, stop, text: mailText(contact, mail.answer) },
    messageId: `<${mail.name}@${host}>`,
    returnTo: inbound ? returnAddress(inbound.key, contactId, inbound.host) : undefined,
  });
  if (outcome === 'later' && tried && clock() - tried.first >= GIVE_UP_MS) return 'refused';
  return outcome ?? 'later';
}

async function endUnreachable(ctx: Mailing, tx: Tx, id: Uint8Array): Promise<void> {
  const until = (ctx.clock() + retentionDays('answer_contact_waiting') * DAY_MS) as Instant;
  const untilSealed = await sealUntil(ctx.publicKey, id, until);
  await endContact(tx, { id, why: 'unreachable', untilSealed });
}
