// `npm run export -- --study NAME --out DIR [--tier open|controlled] [--without a,b] [--synthetic]`: the research package,
// or its twin: the same of simulated people alone, in DIR-synthetic.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#lib/config.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { leftOut, tierSchema } from '#lib/domain/evaluation/package/request.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readWorkerSecrets } from '#lib/gateways/secrets.ts';
import { openDatabase } from '#lib/store/client.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { type Exported, exportPackage } from '#lib/usecases/system/export-package.ts';
import { type Reached, reachDatabase } from './database/reach.ts';
import { withSimulatedGround } from './simulation/simulated-ground.ts';
import { helpWhereAsked } from './stages/help.ts';
import { giveUp, say } from './stages/report.ts';

const USE =
  'npm run export -- --study NAME --out DIR [--tier open|controlled] [--without a,b] [--synthetic]';
const HELP = `${USE}
The research package of a study: the steps of everybody who agreed to research, up to yesterday.
  --study NAME      2 to 40 small letters, digits and hyphens; a new name makes a new study
  --out DIR         the folder that it is written into
  --tier            controlled (the default), or open: coarser, for everybody
  --without a,b     columns to leave out, where somebody would stand out by them
  --synthetic       its twin: the same of simulated people alone, written into DIR-synthetic, so that neither is
                    ever taken for the other`;

function readArguments() {
  const text = { type: 'string' } as const;
  const synthetic = { type: 'boolean', default: false } as const;
  const options = { study: text, out: text, tier: text, without: text, synthetic };
  const { values } = parseArgs({ options });
  const tier = tierSchema.safeParse(values.tier ?? 'controlled');
  if (!values.study || !values.out || !tier.success) throw new Error(USE);
  const without = leftOut(tier.data, (values.without ?? '').split(','));
  const folder = resolve(values.synthetic ? `${values.out}-synthetic` : values.out);
  return { study: values.study, folder, tier: tier.data, without, synthetic: values.synthetic };
}

function tell(exported: Exported): void {
  switch (exported.kind) {
    case 'made': {
      const { snapshotId, people, merges } = exported.contents;
      say(`${people} people`);
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

type What = ReturnType<typeof readArguments>;
interface Place {
  readonly config: Config;
  readonly urls: Reached['urls'];
  readonly now: Instant;
  readonly today: Day;
}

async function write(what: What, { config, urls, now, today }: Place): Promise<void> {
  const db = openDatabase({ url: urls.owner, max: 2, longestMs: 60_000 });
  const research = openResearch({ url: urls.research, max: 1 });
  try {
    const { vaultKey } = readWorkerSecrets(resolve(config.data, 'secrets/worker.json'));
    tell(await exportPackage({ db, config, now, today, research, vaultKey }, { ...what, say }));
    say(what.folder);
  } finally {
    await closeResearch(research);
    await db.$disconnect();
  }
}

helpWhereAsked(HELP);
try {
  const what = readArguments();
  const config = readConfig(process.env);
  const now = Date.now() as Instant;
  const { day: today } = localTime(now, config.timeZone);
  if (what.synthetic) {
    await withSimulatedGround(config, today, ({ urls }, own) =>
      write(what, { config: own, urls, now, today }),
    );
  } else {
    const { urls, release } = await reachDatabase(config, isoDate(today));
    await write(what, { config, urls, now, today }).finally(release);
  }
  process.exit(0);
} catch (error) {
  giveUp(error);
}
