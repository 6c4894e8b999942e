import { isoDate } from '#lib/domain/basics/day.ts';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import {
  CODEBOOK_HEADER,
  codebookHtml,
  codebookRows,
} from '#lib/domain/evaluation/package/codebook-rows.ts';
import { PACKAGE_FILES, type PackageFile } from '#lib/domain/evaluation/package/column.ts';
import {
  cellMissing,
  cellType,
  columnsOf,
  hasRows,
  type Shape,
} from '#lib/domain/evaluation/package/columns.ts';
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
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { snapshotOf } from '#lib/domain/evaluation/package/snapshot.ts';
import { writeCsv } from '#lib/gateways/datasets.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import {
  canonicalJson,
  copyLoaders,
  openFolder,
  readText,
  removeFile,
  writeChecksums,
  writeText,
} from '#lib/gateways/package/package-folder.ts';
import { type TableFiles, writeTable } from '#lib/gateways/package/write-table.ts';
import { markKeyOf, padsOf } from '#lib/gateways/study-keys.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import type { Tx } from '#lib/store/client.ts';
import type { ExportRequest } from '#lib/store/exports.ts';
import { countBegan, listPoliciesInForce } from '#lib/store/research/around.ts';
import type { Research } from '#lib/store/research/connection.ts';
import { type PackageSource, withPackageSource } from '#lib/store/research/package.ts';
import { listTrials } from '#lib/store/trials.ts';

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
  /** The people are simulated, all of them. */
  readonly synthetic: boolean;
  /** After each file that is whole. */
  readonly onFile: (done: number) => Promise<void>;
}

export type MadePackage =
  | { readonly kind: 'made'; readonly contents: Contents }
  | { readonly kind: 'refused'; readonly found: Exclude<Found, { kind: 'levels' }> };

/** The notes of an earlier try that was broken off, for the next one. */
const NOTES = '.made.json';
type Tables = Partial<Record<PackageFile, TableFiles>>;
interface Notes {
  readonly people: number;
  readonly shape: Shape;
  readonly tables: Tables;
}

/** Keys for a look at the data that makes no names anybody gets. */
export const keysFor = (key: Uint8Array, markKey: Uint8Array, asked: Pick<Asked, 'cutoff'>) => ({
  study: padsOf(key),
  mark: padsOf(markKey),
  cutoff: isoDate(asked.cutoff),
});

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
 * broken off keeps the files that are whole, unless somebody took consent back meanwhile.
 */
export async function makePackage(making: Making, asked: Asked): Promise<MadePackage> {
  const { research, studyKey, folder } = making;
  const keys = keysFor(studyKey, markKeyOf(studyKey, asked.id), asked);
  await openFolder(folder);
  return withPackageSource(research, keys, async (source) => {
    const found = await findMerges(source, asked);
    if (found.kind !== 'levels') return { kind: 'refused', found } as const;
    const assigned = await findAssigned(source, asked);
    const shape: Shape = {
      tier: asked.tier,
      without: asked.without,
      levels: { ...assigned.merges?.levels, ...found.levels },
      comparisons: assigned.comparisons,
    };
    const people = await source.people(asked.filter);
    const consented = await source.people(EVERYBODY);
    const tables = await writeTables(making, source, { asked, shape, people });
    const contents = await contentsOf(making, asked, {
      shape,
      people,
      consented,
      merges: found,
      assigned,
      tables,
    });
    await writeTexts(making, contents);
    return { kind: 'made', contents } as const;
  });
}

interface Plan {
  readonly asked: Asked;
  readonly shape: Shape;
  readonly people: number;
}

async function writeTables(
  { folder, onFile }: Making,
  source: PackageSource,
  { asked, shape, people }: Plan,
): Promise<Record<PackageFile, TableFiles>> {
  let tables = await earlierTables(folder, { people, shape });
  for (const [place, file] of PACKAGE_FILES.entries()) {
    if (tables[file] === undefined) {
      const columns = columnsOf(file, shape).map((column) => ({
        name: column.name,
        type: cellType(column, shape),
        missing: cellMissing(column, shape),
      }));
      const rows = source.rows(file, shape, asked.filter);
      tables = { ...tables, [file]: await writeTable(folder, file, columns, rows) };
      const notes: Notes = { people, shape, tables };
      await writeText(folder, NOTES, canonicalJson(notes));
    }
    await onFile(place + 1);
  }
  return tables as Record<PackageFile, TableFiles>;
}

async function earlierTables(folder: string, now: Omit<Notes, 'tables'>): Promise<Tables> {
  const text = await readText(folder, NOTES);
  if (text === null) return {};
  const { tables, ...then } = JSON.parse(text) as Notes;
  return canonicalJson(then) === canonicalJson(now) ? tables : {};
}

/** A count of people who are in no row, as it may be shown (decision D15). */
const shownCount = (count: number) =>
  count < LEAST_SHOWN ? `fewer than ${LEAST_SHOWN}` : `about ${roundCount(count)}`;

interface Facts {
  readonly shape: Shape;
  readonly people: number;
  readonly consented: number;
  readonly merges: Contents['merges'];
  readonly assigned: Comparisons;
  readonly tables: Record<PackageFile, TableFiles>;
}

async function contentsOf(making: Making, asked: Asked, facts: Facts): Promise<Contents> {
  const { shape, people, consented, merges, assigned, tables } = facts;
  const began = await countBegan(making.db, asked.cutoff);
  const cutoff = isoDate(asked.cutoff);
  const { filter } = asked;
  const { synthetic } = making;
  return {
    study: asked.study.name,
    requestId: asked.id,
    recipient: making.recipient,
    purpose: asked.purpose,
    service: making.service,
    synthetic,
    ...{ shape, filter, cutoff, people, merges, assigned, tables },
    snapshotId: sha256Hex(canonicalJson(snapshotOf({ cutoff, filter, shape, tables, synthetic }))),
    began: shownCount(began),
    leftOut: shownCount(began - consented),
  };
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function writeTexts({ db, folder }: Making, contents: Contents): Promise<void> {
  const { snapshotId, shape } = contents;
  const rows = codebookRows(contents, PACKAGE_LABELS);
  const texts: Readonly<Record<string, string>> = {
    'datapackage.json': pretty(datapackageOf(contents, PACKAGE_LABELS)),
    'codebook.csv': writeCsv(CODEBOOK_HEADER, rows),
    'codebook.html': codebookHtml(contents.study, rows),
    'policies.json': pretty(await listPoliciesInForce(db)),
    'experiments.json': pretty(experimentsOf(await listTrials(db), shape.comparisons)),
    'snapshot.json': pretty({ id: snapshotId, of: snapshotOf(contents) }),
    'disclosure.json': pretty(disclosureReportOf(contents)),
    'README.md': readmeOf(contents),
    'TERMS.md': termsOf(contents),
    'CHANGES.md': changesOf(),
  };
  for (const [name, text] of Object.entries(texts)) await writeText(folder, name, text);
  await copyLoaders(folder);
  await removeFile(folder, NOTES);
  await writeChecksums(folder);
}
