// `npm run export -- --study NAME --out DIR [--tier open|controlled] [--without a,b]`: the research package.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#lib/config.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { leftOut, tierSchema } from '#lib/domain/evaluation/package/request.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readWorkerSecrets } from '#lib/gateways/secrets.ts';
import { openDatabase } from '#lib/store/client.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { type Exported, exportPackage } from '#lib/usecases/system/export-package.ts';
import { reachDatabase } from './database/reach.ts';
import { giveUp, say } from './stages/report.ts';

const USE = 'npm run export -- --study NAME --out DIR [--tier open|controlled] [--without a,b]';

function readArguments() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { study: text, out: text, tier: text, without: text } });
  const tier = tierSchema.safeParse(values.tier ?? 'controlled');
  if (!values.study || !values.out || !tier.success) throw new Error(USE);
  const without = leftOut(tier.data, (values.without ?? '').split(','));
  return { study: values.study, folder: resolve(values.out), tier: tier.data, without };
}

function tell(exported: Exported): void {
  switch (exported.kind) {
    case 'made': {
      const { snapshotId, people, began, leftOut: absent, merges } = exported.contents;
      say(`${people} people; ${began} began, ${absent} of them left out (no consent, or too late)`);
      const coarser = Object.entries(merges.levels).filter(([, level]) => level > 0);
      say(
        `Merged: ${coarser.map(([name, level]) => `${name} by ${level}`).join(', ') || 'nothing'}`,
      );
      say(`Snapshot ${snapshotId}`);
      return;
    }
    case 'refused':
      throw new Error(
        exported.found.kind === 'too_few'
          ? 'There are too few people for a package'
          : `Somebody would stand out: add --without ${exported.found.drop.join(',')}`,
      );
    case 'bad_name':
      throw new Error('Name the study with 2 to 40 small letters, digits and hyphens');
    case 'ended':
      throw new Error('This study has ended, and its key with it');
  }
}

try {
  const what = readArguments();
  const config = readConfig(process.env);
  const now = Date.now() as Instant;
  const { day: today } = localTime(now, config.timeZone);
  const { urls, release } = await reachDatabase(config, isoDate(today));
  const db = openDatabase({ url: urls.owner, max: 2, longestMs: 60_000 });
  const research = openResearch({ url: urls.research, max: 1 });
  try {
    const { vaultKey } = readWorkerSecrets(resolve(config.data, 'secrets/worker.json'));
    tell(await exportPackage({ db, config, now, today, research, vaultKey }, { ...what, say }));
  } finally {
    await closeResearch(research);
    await db.$disconnect();
    await release();
  }
  process.exit(0);
} catch (error) {
  giveUp(error);
}
