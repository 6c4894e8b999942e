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
  const detail = { format, services: services.length };
  const entry = { actor, action: 'service.exported', subject: null, detail } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return format === 'json' ? writeHsdsJson(services) : writeHsdsPackage(services);
}
