// `npm run dev`: the same database as `up`, pages that reload.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { readConfig } from '#lib/config.ts';
import { buildAssetFiles } from './stages/build.ts';
import { environmentOf, prepareGround } from './stages/prepare-ground.ts';
import { giveUp, say, stage } from './stages/report.ts';

const root = resolve(import.meta.dirname, '../..');
const next = resolve(root, 'node_modules/next/dist/bin/next');

try {
  const { env: outer } = process;
  const config = readConfig(outer);
  const ground = await prepareGround(config);
  await stage('Styles and script', () => buildAssetFiles(root));
  if (ground.started.setUpAddress) say(`First administrator, once: ${ground.started.setUpAddress}`);
  const env = { ...outer, ...environmentOf(config, ground, 'web'), NEXT_TELEMETRY_DISABLED: '1' };
  const args = [next, 'dev', '--port', String(config.port), '--hostname', '127.0.0.1'];
  const server = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    detached: true,
  });
  const stop = () => server.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  server.on('exit', () => void ground.release().then(() => process.exit(0)));
} catch (error) {
  giveUp(error);
}
