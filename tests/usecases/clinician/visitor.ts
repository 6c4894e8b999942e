import { randomUUID } from 'node:crypto';
import type { PathwayId } from '#lib/domain/basics/ids.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Database } from '#lib/store/client.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { emptyCheck, startCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { contextOf } from '../staff/people.ts';

/** Somebody who answers the questions now, "Not at all" to the ninth. */
export async function visitorWithTotal(db: Database, total: number): Promise<PathwayId> {
  const pathwayId = await beginVisit(db);
  await finishVisit(db, pathwayId, total);
  return pathwayId;
}

/** Past "Before you start". */
export async function beginVisit(db: Database): Promise<PathwayId> {
  const begun = await startCheck({ ...contextOf(db), key: randomUUID() }, 'mood', null);
  if (begun === null) throw new Error('an old form');
  return begun.pathwayId;
}

export async function finishVisit(db: Database, pathwayId: PathwayId, total: number) {
  const ctx = contextOf(db);
  const items = Array.from({ length: 9 }, (_, place) =>
    Math.max(0, Math.min(3, total - 3 * place)),
  ) as ItemAnswer[];
  const check = { ...emptyCheck('mood'), items };
  const session: VisitorSession = {
    sid: 's',
    pathwayId,
    shared: false,
    until: ctx.now,
    check,
    support: 'no',
    code: null,
    codeEnd: null,
    recordKey: null,
  };
  await submitScreening({ ...ctx, key: randomUUID(), session }, check);
}

/** Where the person was sent, and by which version. */
export async function offerOf(db: Database, id: PathwayId) {
  const offer = (await listTransitions(db, id)).find((t) => t.step === 'tier.offered');
  if (offer?.step !== 'tier.offered') throw new Error('nothing was offered');
  return { tier: offer.payload.tier, policy: offer.policyHash };
}
