import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import type { Contents } from '#lib/domain/evaluation/package/contents.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import { EVERYBODY, STUDY_NAME } from '#lib/domain/evaluation/package/request.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { removeEmptyFolder } from '#lib/gateways/package/package-folder.ts';
import { openStudyKey, sealNewStudyKey } from '#lib/gateways/study-keys.ts';
import { publicKeyOf, readWorkerKey } from '#lib/gateways/vault-box.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { markMade } from '#lib/store/export-making.ts';
import { insertRequest } from '#lib/store/exports.ts';
import { isSimulated } from '#lib/store/made-up.ts';
import type { Research } from '#lib/store/research/connection.ts';
import { findStudy, findStudyKey, insertStudy, type Study } from '#lib/store/studies.ts';
import type { Context } from '#lib/usecases/context.ts';
import { type MadePackage, makePackage } from '#lib/usecases/make-package.ts';
import { cutoffOf } from '#lib/usecases/package-cutoff.ts';
import { findBrokenOff } from '#lib/usecases/package-tables.ts';

export type OperatorContext = Pick<Context, 'db' | 'config' | 'now' | 'today'> & {
  readonly research: Research;
  readonly vaultKey: Uint8Array;
};

export interface OperatorExport {
  readonly study: string;
  readonly tier: AccessTier;
  readonly without: readonly string[];
  readonly folder: string;
  /** The database holds simulated people alone. */
  readonly synthetic: boolean;
  readonly say: (line: string) => void;
}

export type Exported =
  | { readonly kind: 'made'; readonly contents: Contents }
  | { readonly kind: 'refused'; readonly found: Exclude<Found, { kind: 'levels' }> }
  | { readonly kind: 'bad_name' }
  | { readonly kind: 'ended' };

/** A package for whoever runs the machine, who could read the database anyway: it leaves a request and an entry. */
export async function exportPackage(ctx: OperatorContext, what: OperatorExport): Promise<Exported> {
  if (!STUDY_NAME.test(what.study)) return { kind: 'bad_name' };
  const study = await studyOf(ctx, what.study);
  const sealed = await findStudyKey(ctx.db, study.id);
  if (sealed === null) return { kind: 'ended' };
  const studyKey = await openStudyKey(await readWorkerKey(ctx.vaultKey), study.id, sealed);
  const { db, research, config } = ctx;
  const { tier, without, folder, say } = what;
  // A try that was broken off keeps its request, whose mark stands in the tables that are whole.
  const id = (await findBrokenOff(folder)) ?? randomUuid();
  const cutoff = await cutoffOf(db, tier, ctx.today);
  const synthetic = what.synthetic || config.demo || (await isSimulated(db));
  const purpose = 'taken out by the operator of the machine';
  const asked = { id, study, tier, without, cutoff, purpose, filter: EVERYBODY };
  const onFile = async (done: number) => say(`${done} of 5 tables`);
  const { serviceName: service, timeZone } = config;
  const parties = { recipient: 'the operator', service, timeZone, onFile, synthetic };
  const made = await makePackage({ db, research, studyKey, folder, ...parties }, asked);
  if (made.kind === 'made') await record(ctx, asked, made);
  else await removeEmptyFolder(folder);
  return made;
}

async function studyOf({ db, vaultKey, now }: OperatorContext, name: string): Promise<Study> {
  const known = await findStudy(db, { name });
  if (known) return known;
  const [id, about] = [randomUuid(), 'made by the operator of the machine'];
  const keySealed = await sealNewStudyKey(publicKeyOf(vaultKey), id);
  await db.$transaction(async (tx) => {
    await insertStudy(tx, { id, name, about, keySealed, madeBy: null, at: now });
    const entry = { actor: 'system', action: 'research.study_added', subject: id } as const;
    await appendAudit(tx, { ...entry, detail: { name, by: 'operator' } });
  });
  return { id, name, about, ended: false };
}

type Asked = Parameters<typeof makePackage>[1];

type Made = Extract<MadePackage, { kind: 'made' }>;

async function record(
  { db, now }: OperatorContext,
  asked: Asked,
  { contents, peopleHash }: Made,
): Promise<void> {
  const { study, ...request } = asked;
  const { snapshotId, people, tables, merges } = contents;
  const counts = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
  await db.$transaction(async (tx) => {
    const row = { studyId: study.id, askedBy: null, merges, form: asked.id, at: now } as const;
    await insertRequest(tx, { ...request, ...row, state: 'approved' });
    const one = { snapshotId, people, peopleHash, counts, merges, expiresAt: null };
    await markMade(tx, asked.id, one);
    const entry = { actor: 'system', action: 'research.package_made', subject: asked.id } as const;
    const detail = { by: 'operator', study: study.name, snapshot: snapshotId };
    await appendAudit(tx, { ...entry, detail });
  });
}
