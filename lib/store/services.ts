import type { Day, Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Source } from '#lib/domain/referrals/hsds/map-service.ts';
import { type Service, serviceSchema } from '#lib/domain/referrals/service.ts';
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
  /** What it was imported from; absent: as before. */
  readonly source?: Source;
  /** Null: shipped with the software. */
  readonly by: StaffId | null;
  readonly at: Instant;
}

/** Adds a service, or puts this in the place of the one with its id. */
export async function insertService(tx: Tx, change: ServiceChange): Promise<void> {
  const { service, source, by, at } = change;
  const values = {
    document: service as unknown as Prisma.InputJsonObject,
    ...(source ? { source: source as unknown as Prisma.InputJsonObject } : {}),
    paused: service.paused,
    fictitious: service.fictitious,
    changedBy: by,
    changedAt: new Date(at),
  };
  const where = { id: service.id };
  const create = { ...values, id: service.id };
  await tx.service.upsert({ where, create, update: values, select: { id: true } });
}

export interface StoredService {
  readonly service: Service;
  /** Null: made here. */
  readonly source: Source | null;
  /** When it was last written, which tells whether somebody else has been at it. */
  readonly changedAt: Instant;
}

/** Paused ones too, each with what it was imported from; all of them, or those of these ids. */
export async function listStored(
  tx: Tx,
  ids?: readonly ServiceId[],
): Promise<readonly StoredService[]> {
  const rows = await tx.service.findMany({
    where: ids ? { id: { in: [...ids] } } : {},
    orderBy: { id: 'asc' },
    select: { document: true, source: true, changedAt: true },
  });
  return rows.map(({ document, source, changedAt }) => ({
    service: serviceSchema.parse(document),
    source: source as unknown as Source | null,
    changedAt: changedAt.getTime() as Instant,
  }));
}

/** Entries that go into one statement: few enough for what a statement may hold. */
const BATCH = 100;

/** Many at once, in the place of those with their ids. */
export async function insertServices(
  tx: Tx,
  changes: readonly { readonly service: Service; readonly source: Source }[],
  { by, at }: { readonly by: StaffId; readonly at: Instant },
): Promise<void> {
  for (let from = 0; from < changes.length; from += BATCH) {
    const rows = changes.slice(from, from + BATCH).map(({ service, source }) => {
      const { id, paused, fictitious } = service;
      return { id, document: service, source, paused, fictitious };
    });
    await tx.$executeRaw`
      INSERT INTO ops.service (id, document, source, paused, fictitious, changed_by, changed_at)
      SELECT id, document, source, paused, fictitious, ${by}::uuid, ${new Date(at)}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS row(id text, document jsonb, source jsonb, paused boolean, fictitious boolean)
      ON CONFLICT (id) DO UPDATE SET document = excluded.document, source = excluded.source,
        paused = excluded.paused, fictitious = excluded.fictitious,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
  }
}

/** The entries that visitors see today, in the order of their names. */
export async function listListedServices(tx: Tx, today: Day): Promise<readonly Service[]> {
  return (await listServices(tx)).filter((service) => isListed(service, today));
}

/** Whether face-to-face leads to nothing but the examples that Handrail comes with. */
export async function listsExamplesOnly(tx: Tx, today: Day): Promise<boolean> {
  const services = await listListedServices(tx, today);
  return services.length > 0 && services.every(({ fictitious }) => fictitious);
}
