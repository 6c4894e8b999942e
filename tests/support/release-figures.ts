import { readConfig } from '#lib/config.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { openDatabase } from '#lib/store/client.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';

/** Figures of a running server as they are today, in the place of all that were printed before. */
export async function releaseFigures(ownerUrl: string): Promise<void> {
  const db = openDatabase({ url: ownerUrl, max: 2 });
  const config = { ...readConfig({}), databaseUrlResearch: ownerUrl };
  const today = Math.floor(Date.now() / 86_400_000) as Day;
  const replace = async () => {
    await db.$executeRaw`DELETE FROM ops.figure_release`;
    await countFigures({ db });
    await makeRelease({ db, config, today });
  };
  try {
    // The server's own worker looks once a minute: it may have been first.
    await replace().catch(replace);
  } finally {
    await db.$disconnect();
  }
}
