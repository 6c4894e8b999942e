import { rmSync } from 'node:fs';
import { prepareDataFolder, startServer } from '../../support/server.ts';

/** One server for the whole run, as `npm run up` starts it, and the folder that those of single files begin with. */
export default async function start() {
  const prepared = prepareDataFolder();
  process.env['HANDRAIL_TEST_PREPARED'] = prepared;
  const server = await startServer();
  process.env['HANDRAIL_TEST_ORIGIN'] = server.origin;
  process.env['HANDRAIL_TEST_DATA'] = server.dataFolder;
  process.env['HANDRAIL_TEST_SET_UP'] = server.setUpAddress ?? '';
  return async () => {
    await server.stop();
    rmSync(prepared, { recursive: true, force: true });
  };
}
