import type { Instant } from '#lib/domain/basics/ids.ts';
import { KEPT_DAYS } from '#lib/domain/evaluation/package/request.ts';
import { removeFolder } from '#lib/gateways/package/package-folder.ts';
import { openStudyKey } from '#lib/gateways/study-keys.ts';
import type { WorkerKey } from '#lib/gateways/vault-box.ts';
import { appendAudit } from '#lib/store/audit.ts';
import {
  type ExportRequest,
  listToMake,
  listToRemove,
  markMade,
  markProgress,
  markRefused,
  markRemoved,
} from '#lib/store/exports.ts';
import { isSimulated } from '#lib/store/made-up.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { findStudyKey } from '#lib/store/studies.ts';
import type { Context } from '#lib/usecases/context.ts';
import { type MadePackage, makePackage } from '#lib/usecases/make-package.ts';
import { packageFolder } from '#lib/usecases/package-looks.ts';

type Making = Pick<Context, 'db' | 'config' | 'now'> & {
  readonly key: WorkerKey;
  /** A long one is not begun a second time by the next round. */
  readonly state: { busy: boolean };
};

const DAY_MS = 86_400_000;

/** Makes what was approved, one after the other, and removes what nobody may get any more. */
export async function makePackages(ctx: Making): Promise<void> {
  if (ctx.state.busy) return;
  ctx.state.busy = true;
  try {
    for (const id of await listToRemove(ctx.db, ctx.now)) {
      await removeFolder(packageFolder(ctx.config, id));
      await markRemoved(ctx.db, id);
    }
    for (const request of await listToMake(ctx.db)) await make(ctx, request);
  } finally {
    ctx.state.busy = false;
  }
}

async function make(ctx: Making, request: ExportRequest): Promise<void> {
  const { db, config, key } = ctx;
  const sealed = await findStudyKey(db, request.study.id);
  if (sealed === null) return;
  const studyKey = await openStudyKey(key, request.study.id, sealed);
  const research = openResearch({ url: config.databaseUrlResearch, max: 1 });
  try {
    const made = await makePackage(
      {
        db,
        research,
        studyKey,
        folder: packageFolder(config, request.id),
        recipient: request.asker?.name ?? '',
        service: config.serviceName,
        synthetic: config.demo || (await isSimulated(db)),
        onFile: (done) => markProgress(db, request.id, done),
      },
      request,
    );
    await keep(ctx, request.id, made);
  } finally {
    await closeResearch(research);
  }
}

async function keep({ db, now }: Making, id: string, made: MadePackage): Promise<void> {
  const entry = { actor: 'system', subject: id } as const;
  await db.$transaction(async (tx) => {
    if (made.kind === 'refused') {
      await markRefused(tx, id, made.found, now);
      const detail = { reason: made.found.kind };
      await appendAudit(tx, { ...entry, action: 'research.package_refused', detail });
      return;
    }
    const { snapshotId, people, tables } = made.contents;
    const counts = Object.fromEntries(Object.entries(tables).map(([n, { rows }]) => [n, rows]));
    const expiresAt = (now + KEPT_DAYS * DAY_MS) as Instant;
    if (!(await markMade(tx, id, { snapshotId, people, counts, expiresAt }))) return;
    const detail = { snapshot: snapshotId, people };
    await appendAudit(tx, { ...entry, action: 'research.package_made', detail });
  });
}
