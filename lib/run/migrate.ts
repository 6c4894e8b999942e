// `npm run migrate`: applies what is missing. With `--sql` it prints, instead, the SQL from the last
// committed schema.prisma to the one in the tree, for the next file under prisma/migrations.
import { execFileSync } from 'node:child_process';
import { readConfig } from '#lib/config.ts';
import { writeMigration } from './database/migrations.ts';
import { prepareGround } from './stages/prepare-ground.ts';
import { giveUp, say } from './stages/report.ts';

try {
  const ground = await prepareGround(readConfig(process.env));
  try {
    if (process.argv.includes('--sql')) {
      const before = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
        encoding: 'utf8',
      });
      say(await writeMigration(ground.urls.owner, before));
    }
  } finally {
    await ground.release();
  }
  process.exit(0);
} catch (error) {
  giveUp(error);
}
