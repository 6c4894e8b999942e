import { PACKAGE_FILES, type PackageFile } from '#lib/domain/evaluation/package/column.ts';
import {
  cellMissing,
  cellType,
  columnsOf,
  type Shape,
} from '#lib/domain/evaluation/package/columns.ts';
import type { PackageFilter } from '#lib/domain/evaluation/package/request.ts';
import {
  canonicalJson,
  readText,
  removeFile,
  writeText,
} from '#lib/gateways/package/package-folder.ts';
import { type TableFiles, writeTable } from '#lib/gateways/package/write-table.ts';
import type { PackageSource } from '#lib/store/research/package.ts';

/** The notes of a try, for the next one if it is broken off. */
const NOTES = '.made.json';
/** What says that a package is whole, and which. */
const SEALS = ['checksums.sha256', 'snapshot.json', 'README.md'];
type Tables = Partial<Record<PackageFile, TableFiles>>;
interface Notes {
  /** The request whose mark is in the names. */
  readonly request: string;
  /** A keyed hash of all that decides what stands in the tables. */
  readonly fingerprint: string;
  readonly tables: Tables;
}

interface Plan {
  readonly folder: string;
  readonly request: string;
  readonly fingerprint: string;
  readonly shape: Shape;
  readonly filter: PackageFilter;
  /** After each file that is whole. */
  readonly onFile: (done: number) => Promise<void>;
}

/** Every table. A try that follows one of the very same package keeps the tables that are whole, and no others. */
export async function writeTables(
  source: PackageSource,
  plan: Plan,
): Promise<Record<PackageFile, TableFiles>> {
  const { folder, request, fingerprint, shape } = plan;
  const earlier = await readNotes(folder);
  const isSame = earlier?.request === request && earlier.fingerprint === fingerprint;
  let tables: Tables = isSame ? earlier.tables : {};
  if (!isSame) await startAnew(folder, { request, fingerprint, tables });
  for (const [place, file] of PACKAGE_FILES.entries()) {
    if (tables[file] === undefined) {
      const columns = columnsOf(file, shape).map((column) => ({
        name: column.name,
        type: cellType(column, shape),
        missing: cellMissing(column, shape),
      }));
      const rows = source.rows(file, shape, plan.filter);
      tables = { ...tables, [file]: await writeTable(folder, file, columns, rows) };
      await writeNotes(folder, { request, fingerprint, tables });
    }
    await plan.onFile(place + 1);
  }
  return tables as Record<PackageFile, TableFiles>;
}

/** The package is whole. */
export const removeNotes = (folder: string): Promise<void> => removeFile(folder, NOTES);

/** The request of a try in this folder that was broken off, or null. */
export async function findBrokenOff(folder: string): Promise<string | null> {
  return (await readNotes(folder))?.request ?? null;
}

/** The notes first: from then on nothing of another package is taken for a part of this one. */
async function startAnew(folder: string, notes: Notes): Promise<void> {
  await writeNotes(folder, notes);
  const tables = PACKAGE_FILES.flatMap((file) => [`${file}.csv`, `${file}.parquet`]);
  for (const name of [...SEALS, ...tables]) await removeFile(folder, name);
}

const writeNotes = (folder: string, notes: Notes) => writeText(folder, NOTES, canonicalJson(notes));

/** Notes that were broken off themselves are none. */
async function readNotes(folder: string): Promise<Notes | null> {
  try {
    return JSON.parse((await readText(folder, NOTES)) ?? 'null') as Notes | null;
  } catch {
    return null;
  }
}
