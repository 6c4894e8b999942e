import { toHsds } from '#lib/domain/referrals/hsds/map-service.ts';
import { writeHsdsJson, writeHsdsPackage } from '#lib/gateways/hsds/write-file.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { listStored } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { hsdsReading } from '#lib/usecases/hsds-reading.ts';

export const EXPORT_FORMATS = ['json', 'tables'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The whole directory, paused entries too, as JSON or as the tables of a package in a zip. */
export async function exportServices(
  ctx: StaffContext<'services:edit'>,
  format: ExportFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const how = hsdsReading(ctx.config.country, 'en');
  const services = (await listStored(ctx.db)).map(({ service, source }) =>
    toHsds(service, source, how),
  );
  const actor = `staff:${ctx.actor.id}` as const;
  const entry = { actor, action: 'service.exported', subject: null } as const;
  await appendAudit(ctx.db, { ...entry, detail: { format, services: services.length } });
  return format === 'json' ? writeHsdsJson(services) : writeHsdsPackage(services);
}
