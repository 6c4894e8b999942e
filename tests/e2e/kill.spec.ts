import { expect, test } from '@playwright/test';
import { type RunningServer, startServer } from '../support/server.ts';
import {
  findLostReplies,
  type Held,
  hireAnsweringGuide,
  keepAnswering,
} from './support/durable/answering.ts';
import { expectWhole } from './support/durable/invariants.ts';
import {
  findLost,
  findLostCases,
  findLostPosts,
  keepWalking,
  type Ledger,
} from './support/durable/ledger.ts';
import {
  killEverything,
  newDataFolder,
  ownerUrl,
  removeFolder,
} from './support/durable/own-server.ts';
import { staffGroup } from './support/group-people.ts';

const ROUNDS = 20;
/** Each batch begins with an empty folder: 20 kills on every change, 300 each night. */
const BATCHES = process.env['HANDRAIL_NIGHTLY'] === '1' ? 15 : 1;
const CLIENTS = 8;
/** A kill comes at a random one of this many acknowledged posts. */
const MOST_POSTS = 120;

for (let batch = 1; batch <= BATCHES; batch += 1) {
  const name = `${ROUNDS} kills of every process while ${CLIENTS} people submit`;
  test(`nothing acknowledged is lost in ${name} (${batch} of ${BATCHES})`, async () => {
    test.setTimeout(ROUNDS * 60_000);
    const dataFolder = newDataFolder();
    const ledger: Ledger[number][] = [];
    const held: Held[] = [];
    let server = await startServer({ dataFolder });
    try {
      await staffGroup(ownerUrl(dataFolder));
      const guide = await hireAnsweringGuide(server);
      for (let round = 0; round < ROUNDS; round += 1) {
        const answering = keepAnswering(server, guide, held);
        await killWhileTheyWalk(server, ledger);
        await answering;
        server = await startServer({ dataFolder });
        const { transitions } = await expectWhole(ownerUrl(dataFolder));
        expect(findLost(ledger, transitions), `after kill ${round + 1}`).toEqual([]);
        expect(await findLostPosts(ledger, transitions, server)).toEqual([]);
        expect(await findLostCases(ledger, server)).toEqual([]);
        expect(await findLostReplies(ownerUrl(dataFolder), held)).toEqual([]);
      }
      expect(held.length).toBeGreaterThan(0);
      expect(ledger.filter(({ told }) => told !== null).length).toBeGreaterThan(0);
      const posts = ledger.flatMap(({ done }) => done).length;
      console.log(`${ledger.length} walks, ${posts} posts, ${held.length} replies`);
    } finally {
      await server.stop();
      removeFolder(dataFolder);
    }
  });
}

/** Lets people walk, kills everything at a random moment, and waits until they have noticed. */
async function killWhileTheyWalk(server: RunningServer, ledger: Ledger[number][]): Promise<void> {
  let left = Math.ceil(Math.random() * MOST_POSTS);
  let killed: Promise<void> | undefined;
  const acknowledged = () => {
    left -= 1;
    if (left === 0) killed = killEverything(server);
  };
  await Promise.all(
    Array.from({ length: CLIENTS }, () => keepWalking(server, ledger, acknowledged)),
  );
  await killed;
  expect(left, 'walks ended before the kill').toBeLessThanOrEqual(0);
}
