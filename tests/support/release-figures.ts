import { readConfig } from '#lib/config.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { openDatabase } from '#lib/store/client.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { makeRelease } from '#lib/usecases/system/make-release.ts';

/** Figures of a running server as they are today, in the place of all that were printed before. */
export async function releaseFigures(ownerUrl: string): Promise<void> {
  const db = openDatabase({ url: ownerUrl, max: 2 });
  try {
    await db.$executeRaw`DELETE FROM ops.figure_release`;
    await countFigures({ db });
    const config = { ...readConfig({}), databaseUrlResearch: ownerUrl };
    await makeRelease({ db, config, today: Math.floor(Date.now() / 86_400_000) as Day });
  } finally {
    await db.$disconnect();
  }
}
