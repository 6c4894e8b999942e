// One million made-up checks placed once more by two policies, counted in the database.
import pg from 'pg';
import type { Day } from '#lib/domain/basics/ids.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { replay } from '#lib/domain/routing/review/replay.ts';
import { openDatabase } from '#lib/store/client.ts';
import { listFactCells } from '#lib/store/policy/screenings.ts';
import { ownerUrl } from '../e2e/support/durable/own-server.ts';
import { fillScreenings } from '../support/many-screenings.ts';
import { startServer } from '../support/server.ts';

const PATHWAYS = Number(process.env['BENCH_PATHWAYS'] ?? 800_000);
const START = '2026-11-01';

const server = await startServer();
const url = ownerUrl(server.dataFolder);
const owner = new pg.Client({ connectionString: url });
await owner.connect();
await fillScreenings(owner, PATHWAYS, START);
await owner.end();

const db = openDatabase({ url, max: 1 });
const [review, nice] = PRESETS;
const from = performance.now();
const cells = await listFactCells(db, (Date.parse(START) / 86_400_000 - 80) as Day);
const counted = performance.now();
const { all } = replay(cells, review?.policy, nice?.policy);
const done = performance.now();
console.log(
  JSON.stringify({
    bench: 'replay',
    checks: all,
    cells: cells.length,
    seconds: (done - from) / 1000,
    inDatabase: (counted - from) / 1000,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
await db.$disconnect();
await server.stop();
