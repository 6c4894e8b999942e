import type { Day, Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import { type Service, serviceSchema } from '#lib/domain/referrals/service.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { countActive } from '#lib/store/staff/staff.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from './client.ts';

/** In the order of their names; paused ones only where asked for. */
export async function listServices(
  tx: Tx,
  { paused = false }: { readonly paused?: boolean } = {},
): Promise<readonly Service[]> {
  const rows = await tx.service.findMany({
    where: paused ? {} : { paused: false },
    orderBy: { id: 'asc' },
    select: { document: true },
  });
  return rows.map((row) => serviceSchema.parse(row.document));
}

export async function findService(tx: Tx, id: ServiceId): Promise<Service | null> {
  const row = await tx.service.findUnique({ where: { id }, select: { document: true } });
  return row && serviceSchema.parse(row.document);
}

export interface ServiceChange {
  readonly service: Service;
  /** Null: shipped with the software. */
  readonly by: StaffId | null;
  readonly at: Instant;
}

/** Adds a service, or puts this in the place of the one with its id. */
export async function insertService(tx: Tx, { service, by, at }: ServiceChange): Promise<void> {
  const values = {
    document: service as unknown as Prisma.InputJsonObject,
    paused: service.paused,
    fictitious: service.fictitious,
    changedBy: by,
    changedAt: new Date(at),
  };
  const where = { id: service.id };
  const create = { ...values, id: service.id };
  await tx.service.upsert({ where, create, update: values, select: { id: true } });
}

/** The entries that visitors see today, in the order of their names. */
export async function listListedServices(tx: Tx, today: Day): Promise<readonly Service[]> {
  return (await listServices(tx)).filter((service) => isListed(service, today));
}

/** Of an entry only what says whether it is listed: pages of the check ask on every view. */
async function hasListedService(tx: Tx, today: Day): Promise<boolean> {
  const rows = await tx.$queryRaw<{ paused: boolean; assuredDate: string }[]>`
    SELECT paused, document->>'assuredDate' AS "assuredDate" FROM ops.service WHERE NOT paused`;
  return rows.some((row) => isListed(row, today));
}

/** Guidance while there is an active guide, face-to-face while a service is listed (decision D12). */
export async function readOpenTiers(
  tx: Tx,
  { communityOpen, today }: { readonly communityOpen: boolean; readonly today: Day },
): Promise<ReadonlySet<Tier>> {
  const [guides, service] = await Promise.all([
    countActive(tx, 'guide'),
    hasListedService(tx, today),
  ]);
  const open = new Set<Tier>();
  if (guides > 0) open.add('guidance');
  if (communityOpen) open.add('community');
  if (service) open.add('face_to_face');
  return open;
}
