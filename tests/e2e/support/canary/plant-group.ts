// Somebody's way through the group, with a canary in everything that they and a reader type.
import { expect } from '@playwright/test';
import type { RunningServer } from '../../../support/server.ts';
import { groupWithPosts } from '../durable/group-journey.ts';
import { joinGroup, staffGroup, writeFor } from '../group-people.ts';
import { plantedClient, TYPED } from './plant.ts';

/** One post is taken back, and two stay: one as it was sent, one that waits. */
export async function plantGroup(server: RunningServer, url: string): Promise<void> {
  await staffGroup(url);
  const client = plantedClient(server.origin);
  await joinGroup(server, 'en', client);
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
    await client.get(path);
    return client.post(path, fields);
  };
  const words = {
    ...{ post: TYPED.groupPost, change: TYPED.groupChange },
    ...{ report: TYPED.groupReport, appeal: TYPED.groupAppeal },
  };
  await groupWithPosts({ client, post }, url, words);
  await post('/en/group', { act: 'join' });
  await writeFor(client, TYPED.groupWaits);
  const { body } = await client.get('/en/group/my-posts');
  for (const written of [TYPED.groupPost, TYPED.groupWaits]) expect(body).toContain(written);
}
