import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import type { Urgency } from '#lib/domain/guidance/queue.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { type Band, plainBand } from '#lib/domain/screening/band.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import { randomBytes, randomUuid } from '#lib/gateways/hashes.ts';
import {
  sealText,
  unwrapForVisitor,
  wrapForStaff,
  wrapForVisitor,
} from '#lib/gateways/thread-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { countSinceAnswer } from '#lib/store/guidance/unanswered.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import {
  appendMessage,
  findKeywrap,
  findThreadOf,
  insertThread,
  markThreadAbout,
  markThreadWaiting,
  type NewThread,
} from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { expectAnswer } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { promiseNow } from '#lib/usecases/guidance-promise.ts';
import { urgencyOf } from '#lib/usecases/urgency.ts';

export type AskRefused = 'empty' | 'too_long' | 'no_code' | 'closed' | 'not_ready' | 'many';

/** Messages of one person since the last answer: a guide has to be able to read them all. */
const MOST_UNANSWERED = 20;

/**
 * Writes to the guides: the first message opens a thread, later ones go on with it. Message, thread,
 * wrapped keys and the recorded step are one transaction.
 */
export async function askForGuidance(
  ctx: VisitorContext,
  input: { readonly text: string; readonly share: boolean },
): Promise<Result<null, AskRefused>> {
  const text = readMessage(input.text);
  if (!text.ok) return err(text.error);
  const { recordKey } = ctx.session;
  if (recordKey === null) return err('no_code');
  if (!(await readOpenTiers(ctx.db, ctx)).has('guidance')) return err('closed');
  const promised = await promiseNow(ctx);
  const promisedAt = promised && instantOf(promised, ctx.config.timeZone);
  const { pathwayId } = ctx.session;
  const known = await findThreadOf(ctx.db, pathwayId);
  if (known !== null && (await countSinceAnswer(ctx.db, known.id, ctx.key)) >= MOST_UNANSWERED) {
    return err('many');
  }
  return ctx.db.$transaction(async (tx) => {
    // One after another with the guides, who lock the thread before the pathway.
    await takeTurn(tx, `thread ${known?.id ?? pathwayId}`);
    const target = { id: pathwayId, key: ctx.key, today: ctx.today };
    const recorded = await recordSteps(tx, target, () => [
      { step: 'guidance.requested', origin: 'user', policyHash: null, payload: {} },
    ]);
    if (recorded.kind === 'repeated') return ok(null);
    if (recorded.kind !== 'recorded') return err('not_ready');
    const { tierDecided, tierOffered } = recorded.row;
    const band = sharedBand(recorded.row);
    const urgency = urgencyOf(text.value);
    const about = {
      tier: tierDecided ?? tierOffered,
      band,
      share: input.share,
      promisedAt,
      urgency,
    };
    const { id, key } = await threadKeyOf(tx, ctx, recordKey, about);
    await appendMessage(tx, {
      threadId: id,
      author: 'visitor',
      staffId: null,
      sealed: sealText(key, id, text.value),
      key: ctx.key,
    });
    await markThreadWaiting(tx, { threadId: id, now: ctx.now, promisedAt, urgency });
    await expectAnswer(tx, ctx, { thread: { id }, key });
    return ok(null);
  });
}

interface About extends Pick<NewThread, 'tier' | 'band' | 'promisedAt'> {
  readonly urgency: Urgency;
  readonly share: boolean;
}

async function threadKeyOf(
  tx: Tx,
  ctx: VisitorContext,
  recordKey: string,
  { tier, band, share, promisedAt, urgency }: About,
): Promise<{ readonly id: ThreadId; readonly key: Uint8Array }> {
  const known = await findThreadOf(tx, ctx.session.pathwayId);
  if (known) {
    const wrapped = await findKeywrap(tx, known.id, 'visitor');
    const key = wrapped && unwrapForVisitor(recordKey, known.id, wrapped);
    if (!key) throw new Error('the key of an own thread does not open');
    // A guide must not answer by the tier or band of an older check.
    const shared = share || known.band !== null;
    await markThreadAbout(tx, known.id, { tier, band: shared ? band : null });
    return { id: known.id, key };
  }
  const id = randomUuid() as ThreadId;
  const key = randomBytes(32);
  await insertThread(tx, {
    id,
    pathwayId: ctx.session.pathwayId,
    locale: ctx.locale,
    tier,
    band: share ? band : null,
    promisedAt,
    urgency,
    today: ctx.today,
    now: ctx.now,
    wraps: [
      { holder: 'visitor', wrapped: wrapForVisitor(recordKey, id, key) },
      { holder: 'staff', wrapped: wrapForStaff(ctx.secrets, id, key) },
    ],
  });
  return { id, key };
}

/** Guides know the ranges of the PHQ-9; null where the check was another one. */
export function sharedBand({ instrument, band }: PathwayRow): Band | null {
  return instrument === 'phq-9' ? plainBand(band) : null;
}
