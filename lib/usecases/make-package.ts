import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import {
  CODEBOOK_HEADER,
  codebookHtml,
  codebookRows,
} from '#lib/domain/evaluation/package/codebook-rows.ts';
import { hasRows, type Shape } from '#lib/domain/evaluation/package/columns.ts';
import type { Contents } from '#lib/domain/evaluation/package/contents.ts';
import { datapackageOf } from '#lib/domain/evaluation/package/datapackage.ts';
import { disclosureReportOf } from '#lib/domain/evaluation/package/disclosure-report.ts';
import { experimentsOf } from '#lib/domain/evaluation/package/experiments.ts';
import {
  ALIKE_ASSIGNED,
  type Comparisons,
  findComparisons,
} from '#lib/domain/evaluation/package/find-comparisons.ts';
import {
  alikeColumns,
  type Found,
  findLevels,
} from '#lib/domain/evaluation/package/find-levels.ts';
import { changesOf, readmeOf, termsOf } from '#lib/domain/evaluation/package/readme.ts';
import { heldBy } from '#lib/domain/evaluation/package/request.ts';
import { questionOf, snapshotOf } from '#lib/domain/evaluation/package/snapshot.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { writeCsv } from '#lib/gateways/datasets.ts';
import { hmac, sha256Hex } from '#lib/gateways/hashes.ts';
import {
  canonicalJson,
  copyLoaders,
  openFolder,
  writeChecksums,
  writeText,
} from '#lib/gateways/package/package-folder.ts';
import { markKeyOf, openNameKeyOf, padsOf, peopleKeyOf } from '#lib/gateways/study-keys.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import type { Tx } from '#lib/store/client.ts';
import type { ExportRequest } from '#lib/store/exports.ts';
import { listPoliciesInForce } from '#lib/store/research/around.ts';
import type { Research } from '#lib/store/research/connection.ts';
import { type PackageSource, withPackageSource } from '#lib/store/research/package.ts';
import { listTrials } from '#lib/store/trials.ts';
import { removeNotes, writeTables } from './package-tables.ts';

export type Asked = Pick<
  ExportRequest,
  'id' | 'study' | 'tier' | 'filter' | 'without' | 'cutoff' | 'purpose'
>;

export interface Making {
  readonly db: Tx;
  readonly research: Research;
  readonly studyKey: Uint8Array;
  readonly folder: string;
  readonly recipient: string;
  readonly service: string;
  /** Of the deployment: its days are what a cutoff is one of. */
  readonly timeZone: string;
  /** The people are simulated, all of them. */
  readonly synthetic: boolean;
  /** After each file that is whole. */
  readonly onFile: (done: number) => Promise<void>;
}

export type MadePackage =
  | { readonly kind: 'made'; readonly contents: Contents; readonly peopleHash: string }
  | { readonly kind: 'refused'; readonly found: Exclude<Found, { kind: 'levels' }> };

/** Keys of names that nobody gets, with which everybody comes to the same hash of the people of a request. */
export function peopleKeysOf({ id, cutoff }: Pick<Asked, 'id' | 'cutoff'>) {
  const pads = padsOf(peopleKeyOf(id));
  return { study: pads, mark: pads, cutoff: isoDate(cutoff) };
}

/** How coarse it has to be, and whether it can be made at all. */
export async function findMerges(
  source: PackageSource,
  { tier, without, filter }: Pick<Asked, 'tier' | 'without' | 'filter'>,
): Promise<Found> {
  const columns = alikeColumns(tier, without);
  const classes = await source.alike(columns, { tier, without, levels: {} }, filter);
  return findLevels(tier, columns, classes);
}

/** Which comparisons are in it, once each is over and may be seen. */
async function findAssigned(
  source: PackageSource,
  { tier, without, filter }: Pick<Asked, 'tier' | 'without' | 'filter'>,
): Promise<Comparisons> {
  const classes = hasRows('assignments', tier)
    ? await source.alike(ALIKE_ASSIGNED, { tier, without, levels: {} }, filter)
    : [];
  return findComparisons(tier, classes);
}

/**
 * Writes the whole package into a folder, from one moment of the data. A try that follows one that was
 * broken off keeps the files that are whole, unless anything else was asked or anybody came or went meanwhile.
 */
export async function makePackage(making: Making, asked: Asked): Promise<MadePackage> {
  const { research, studyKey, folder, onFile } = making;
  const { id, filter } = asked;
  const cutoff = isoDate(asked.cutoff);
  await openFolder(folder);
  return withPackageSource(research, peopleKeysOf(asked), async (source) => {
    const found = await findMerges(source, asked);
    if (found.kind !== 'levels') return { kind: 'refused', found } as const;
    const assigned = await findAssigned(source, asked);
    const shape: Shape = {
      tier: asked.tier,
      without: asked.without,
      levels: { ...assigned.merges?.levels, ...found.levels },
      comparisons: assigned.comparisons,
    };
    const people = await source.people(filter);
    const held = await source.people(heldBy(filter, shape.comparisons.length > 0));
    const question = canonicalJson(questionOf({ cutoff, filter, shape }));
    const nameKey = shape.tier === 'open' ? openNameKeyOf(studyKey, question) : studyKey;
    await source.nameBy({ study: padsOf(nameKey), mark: padsOf(markKeyOf(studyKey, id)) });
    const content = canonicalJson([cutoff, filter, shape, people, held]);
    const fingerprint = hmac(studyKey, content).toString('hex');
    const plan = { folder, request: id, fingerprint, shape, filter, onFile };
    const tables = await writeTables(source, plan);
    const facts = { shape, people: people.count, merges: found, assigned, tables };
    const contents = contentsOf(making, asked, facts);
    await writeTexts(making, contents, asked.cutoff);
    return { kind: 'made', contents, peopleHash: held.hash } as const;
  });
}

type Facts = Pick<Contents, 'shape' | 'people' | 'merges' | 'assigned' | 'tables'>;

function contentsOf(making: Making, asked: Asked, facts: Facts): Contents {
  const cutoff = isoDate(asked.cutoff);
  const { filter } = asked;
  const { recipient, service, synthetic } = making;
  return {
    study: asked.study.name,
    requestId: asked.id,
    purpose: asked.purpose,
    snapshotId: sha256Hex(canonicalJson(snapshotOf({ cutoff, filter, synthetic, ...facts }))),
    ...{ recipient, service, synthetic, filter, cutoff },
    ...facts,
  };
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function writeTexts(
  { db, folder, timeZone }: Making,
  contents: Contents,
  cutoff: Day,
): Promise<void> {
  const { snapshotId, shape } = contents;
  const rows = codebookRows(contents, PACKAGE_LABELS);
  const texts: Readonly<Record<string, string>> = {
    'datapackage.json': pretty(datapackageOf(contents, PACKAGE_LABELS)),
    'codebook.csv': writeCsv(CODEBOOK_HEADER, rows),
    'codebook.html': codebookHtml(contents.study, rows),
    'policies.json': pretty(await policiesUpTo(cutoff, { db, timeZone })),
    'experiments.json': pretty(
      experimentsOf(await listTrials(db), shape.comparisons, (at) => localTime(at, timeZone).day),
    ),
    'snapshot.json': pretty({ id: snapshotId, of: snapshotOf(contents) }),
    'disclosure.json': pretty(disclosureReportOf(contents)),
    'README.md': readmeOf(contents),
    'TERMS.md': termsOf(contents),
    'CHANGES.md': changesOf(),
  };
  for (const [name, text] of Object.entries(texts)) await writeText(folder, name, text);
  await copyLoaders(folder);
  await writeChecksums(folder);
  await removeNotes(folder);
}

/** Every version of the routing policy that was in force by then, with the day from which it was. */
async function policiesUpTo(cutoff: Day, { db, timeZone }: Pick<Making, 'db' | 'timeZone'>) {
  const all = (await listPoliciesInForce(db)).map(({ at, ...policy }) => ({
    ...policy,
    day: localTime(at, timeZone).day,
  }));
  return all
    .filter(({ day }) => day <= cutoff)
    .map(({ hash, name, day, document }) => ({ hash, name, from: isoDate(day), document }));
}
