import type { Instant } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Failure, KEPT_DAYS, MOST_TRIES } from '#lib/domain/evaluation/package/request.ts';
import { listFolder, removeFolder } from '#lib/gateways/package/package-folder.ts';
import { openStudyKey } from '#lib/gateways/study-keys.ts';
import type { WorkerKey } from '#lib/gateways/vault-box.ts';
import { closeAlert, closeOldAlerts, openAlert } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import {
  beginTry,
  endExpired,
  listLive,
  markFailed,
  markMade,
  markProgress,
  markRefused,
} from '#lib/store/export-making.ts';
import { type ExportRequest, listToMake } from '#lib/store/exports.ts';
import { isSimulated } from '#lib/store/made-up.ts';
import { closeResearch, openResearch, type Research } from '#lib/store/research/connection.ts';
import { withLease } from '#lib/store/research/lease.ts';
import { findStudyKey } from '#lib/store/studies.ts';
import type { Context } from '#lib/usecases/context.ts';
import { type MadePackage, makePackage } from '#lib/usecases/make-package.ts';
import { packageFolder, packagesFolder } from '#lib/usecases/package-looks.ts';

type Making = Pick<Context, 'db' | 'config' | 'now'> & {
  readonly key: WorkerKey;
  /** A long one is not begun a second time by the next round. */
  readonly state: { busy: boolean };
};
type Work = Making & { readonly research: Research };

const DAY_MS = 86_400_000;
const FAILED = { kind: 'package_failed', subject: 'packages' } as const;

/**
 * Makes what was approved, one after the other, and removes what nobody may get any more. One that fails keeps none
 * of the others waiting; of two workers, one makes it.
 * @throws what the first one failed with, once all had their turn.
 */
export async function makePackages(ctx: Making): Promise<void> {
  if (ctx.state.busy) return;
  ctx.state.busy = true;
  // One connection reads while another holds the lease; neither is opened before there is something to do.
  const research = openResearch({ url: ctx.config.databaseUrlResearch, max: 2 });
  try {
    await endOld(ctx);
    const removing = await inTurn(research, await listOld(ctx), (id) =>
      removeFolder(packageFolder(ctx.config, id)),
    );
    const ids = (await listToMake(ctx.db)).map(({ id }) => id);
    const making = await inTurn(research, ids, (id) => tryOne({ ...ctx, research }, id));
    const failure = removing ?? making;
    if (failure !== null) throw failure;
  } finally {
    await closeResearch(research);
    ctx.state.busy = false;
  }
}

async function endOld({ db, now }: Making): Promise<void> {
  await endExpired(db, now);
  const before = (now - KEPT_DAYS * DAY_MS) as Instant;
  await closeOldAlerts(db, { kind: FAILED.kind, before, at: now });
}

/** Folders of requests that ended, failed, were refused, or are known to nobody. */
async function listOld({ db, config }: Making): Promise<readonly string[]> {
  // The folders first: whatever is in the list was approved before it was read, and never is again.
  const folders = (await listFolder(packagesFolder(config))).filter(isUuid);
  if (folders.length === 0) return folders;
  const live = new Set(await listLive(db));
  return folders.filter((id) => !live.has(id));
}

/** One after the other, each while no other worker is at it; what the first one failed with, or null. */
async function inTurn(
  research: Research,
  ids: readonly string[],
  work: (id: string) => Promise<void>,
): Promise<unknown> {
  let failure: unknown = null;
  for (const id of ids) {
    try {
      await withLease(research, `package ${id}`, () => work(id));
    } catch (error) {
      failure ??= error;
    }
  }
  return failure;
}

/** Counts a try before it is made, so that one which takes the whole process down is counted too. */
async function tryOne(ctx: Work, id: string): Promise<void> {
  const begun = await beginTry(ctx.db, id);
  if (begun === null) return;
  if (begun.tries > MOST_TRIES) return giveUp(ctx, id, 'other');
  try {
    await make(ctx, begun.request);
  } catch (error) {
    if (begun.tries === MOST_TRIES) await giveUp(ctx, id, failureOf(error));
    throw error;
  }
}

/** The key of a study does not open: it was sealed to another worker, whose secrets were lost or exchanged. */
class KeyDoesNotOpen extends Error {}

function failureOf(error: unknown): Failure {
  if (error instanceof KeyDoesNotOpen) return 'key';
  const { code } = Object(error) as Record<string, unknown>;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'room' : 'other';
}

async function make(ctx: Work, request: ExportRequest): Promise<void> {
  const { db, config, research } = ctx;
  const sealed = await findStudyKey(db, request.study.id);
  if (sealed === null) return;
  const studyKey = await openStudyKey(ctx.key, request.study.id, sealed).catch((cause) => {
    throw new KeyDoesNotOpen(`The package ${request.id} has no key`, { cause });
  });
  const made = await makePackage(
    {
      db,
      research,
      studyKey,
      folder: packageFolder(config, request.id),
      recipient: request.asker?.name ?? '',
      service: config.serviceName,
      timeZone: config.timeZone,
      synthetic: config.demo || (await isSimulated(db)),
      onFile: (done) => markProgress(db, request.id, done),
    },
    request,
  );
  await keep(ctx, request.id, made);
}

async function keep({ db, now }: Making, id: string, made: MadePackage): Promise<void> {
  const entry = { actor: 'system', subject: id } as const;
  await db.$transaction(async (tx) => {
    if (made.kind === 'refused') {
      if (!(await markRefused(tx, id, made.found))) return;
      const detail = { reason: made.found.kind };
      await appendAudit(tx, { ...entry, action: 'research.package_refused', detail });
      return;
    }
    const { peopleHash } = made;
    const { snapshotId, people, tables, merges } = made.contents;
    const counts = Object.fromEntries(Object.entries(tables).map(([n, { rows }]) => [n, rows]));
    const expiresAt = (now + KEPT_DAYS * DAY_MS) as Instant;
    const one = { snapshotId, people, peopleHash, counts, merges, expiresAt };
    if (!(await markMade(tx, id, one))) return;
    await closeAlert(tx, { ...FAILED, by: null, at: now });
    const detail = { snapshot: snapshotId };
    await appendAudit(tx, { ...entry, action: 'research.package_made', detail });
  });
}

async function giveUp({ db, now }: Making, id: string, failure: Failure): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await markFailed(tx, id, failure))) return;
    await openAlert(tx, { ...FAILED, detail: { failure }, at: now });
    const entry = { actor: 'system', subject: id, detail: { reason: failure } } as const;
    await appendAudit(tx, { ...entry, action: 'research.package_failed' });
  });
}
