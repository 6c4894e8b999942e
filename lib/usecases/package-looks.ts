import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import { randomBytes } from '#lib/gateways/hashes.ts';
import { padsOf } from '#lib/gateways/study-keys.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { type PackageSource, withPackageSource } from '#lib/store/research/package.ts';
import { type Asked, findMerges } from './make-package.ts';

/** Where the files of one request are: the same folder for web and worker. */
export const packageFolder = (config: Config, id: string) => resolve(config.data, 'exports', id);

type Question = Pick<Asked, 'tier' | 'without' | 'filter' | 'cutoff'>;

/** What would have to be merged, and whether it could be made. No name comes out. */
export const lookAtMerges = (config: Config, asked: Question): Promise<Found> =>
  look(config, asked, (source) => findMerges(source, asked));

/** How many people a package would hold now. */
export const lookAtPeople = (config: Config, asked: Question): Promise<number> =>
  look(config, asked, (source) => source.people(asked.filter));

async function look<R>(
  config: Config,
  { cutoff }: Question,
  work: (source: PackageSource) => Promise<R>,
): Promise<R> {
  const research = openResearch({ url: config.databaseUrlResearch, max: 1 });
  const key = () => padsOf(randomBytes(32));
  try {
    return await withPackageSource(
      research,
      { study: key(), mark: key(), cutoff: isoDate(cutoff) },
      work,
    );
  } finally {
    await closeResearch(research);
  }
}
