import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import { heldBy } from '#lib/domain/evaluation/package/request.ts';
import { randomBytes } from '#lib/gateways/hashes.ts';
import { padsOf } from '#lib/gateways/study-keys.ts';
import type { ExportRequest } from '#lib/store/exports.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import {
  type PackageKeys,
  type PackageSource,
  withPackageSource,
} from '#lib/store/research/package.ts';
import { type Asked, findMerges, peopleKeysOf } from './make-package.ts';

/** Where packages are, each in a folder of its request: the same for web and worker. */
export const packagesFolder = (config: Config) => resolve(config.data, 'exports');
export const packageFolder = (config: Config, id: string) => resolve(packagesFolder(config), id);

type Question = Pick<Asked, 'tier' | 'without' | 'filter' | 'cutoff'>;

/** What would have to be merged, and whether it could be made. No name comes out. */
export function lookAtMerges(config: Config, asked: Question): Promise<Found> {
  const key = () => padsOf(randomBytes(32));
  const keys = { study: key(), mark: key(), cutoff: isoDate(asked.cutoff) };
  return look(config, keys, (source) => findMerges(source, asked));
}

/** The hash of the people whom a package would hold now. */
export const lookAtPeople = async (
  config: Config,
  asked: Pick<ExportRequest, 'id' | 'cutoff' | 'filter' | 'counts'>,
): Promise<string> => {
  const filter = heldBy(asked.filter, (asked.counts?.['assignments'] ?? 0) > 0);
  return (await look(config, peopleKeysOf(asked), (source) => source.people(filter))).hash;
};

async function look<R>(
  config: Config,
  keys: PackageKeys,
  work: (source: PackageSource) => Promise<R>,
): Promise<R> {
  const research = openResearch({ url: config.databaseUrlResearch, max: 1 });
  try {
    return await withPackageSource(research, keys, work);
  } finally {
    await closeResearch(research);
  }
}
