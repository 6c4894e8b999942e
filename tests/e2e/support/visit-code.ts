// A visit code of a person who walked the check, made by the product's own rules on its own database.
import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '#lib/config.ts';
import { visitCodeGroups } from '#lib/domain/access/visit-code.ts';
import type { Day, Instant, PathwayId, ServiceId } from '#lib/domain/basics/ids.ts';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { openDatabase } from '#lib/store/client.ts';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { issueVisitCode } from '#lib/usecases/visitor/visit/issue-visit-code.ts';
import { newClient, screen } from '../../support/client.ts';
import type { RunningServer } from '../../support/server.ts';
import { ownerUrl, withOwner } from './durable/own-server.ts';
import { DESK } from './staff-walk.ts';

const DAY_MS = 86_400_000;

/** As it stands on the person's page, made some hours ago. */
export async function newVisitCode(server: RunningServer, hoursAgo: number): Promise<string> {
  await screen(newClient(server.origin), { answers: [2, 2, 2, 2, 2, 1, 1, 1, 0, 1] });
  const pathwayId = await withOwner(ownerUrl(server.dataFolder), async (db) => {
    const { rows } = await db.query(
      `SELECT id FROM subject.pathway p WHERE NOT EXISTS
        (SELECT FROM subject.visit_code c WHERE c.pathway_id = p.id)`,
    );
    return rows[0].id as PathwayId;
  });
  const now = (Date.now() - hoursAgo * 3_600_000) as Instant;
  const db = openDatabase({ url: ownerUrl(server.dataFolder), max: 1 });
  const session: VisitorSession = {
    ...{ sid: randomUUID(), pathwayId, shared: false, until: (now + DAY_MS) as Instant },
    ...{ check: null, support: 'no' as const, code: null, codeEnd: null, recordKey: null },
  };
  const secrets = readWebSecrets(`${server.dataFolder}/secrets/web.json`);
  const today = Math.floor(now / DAY_MS) as Day;
  const context = { db, config: readConfig({}), secrets, now, today, locale: 'en' } as const;
  const key = randomBytes(16).toString('base64url');
  const made = await issueVisitCode({ ...context, session, key }, DESK as ServiceId);
  await db.$disconnect();
  if (!made.ok) throw new Error(made.error);
  return visitCodeGroups(made.value.code).join(' ');
}
