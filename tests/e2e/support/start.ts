import { startServer } from '../../support/server.ts';

/** One server for the whole run, as `npm run up` starts it. */
export default async function start() {
  const server = await startServer();
  process.env['HANDRAIL_TEST_ORIGIN'] = server.origin;
  process.env['HANDRAIL_TEST_DATA'] = server.dataFolder;
  process.env['HANDRAIL_TEST_SET_UP'] = server.setUpAddress ?? '';
  return () => server.stop();
}
