import { notFound } from 'next/navigation';
import { staffPaths } from '#components/layout/paths.ts';
import { EditService } from '#components/staff/directory/edit-service.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { newServiceValues, serviceValues } from '#lib/domain/referrals/form/service-values.ts';
import { viewService } from '#lib/usecases/staff/directory/view-service.ts';
import type { StaffView } from './staff.ts';

/** The page that changes an entry, or makes one where `id` is null: with what was typed, where a form came back. */
export async function serviceEdit(
  { frame, ctx, flash }: Pick<StaffView<'services:edit'>, 'frame' | 'ctx' | 'flash'>,
  id: ServiceId | null,
) {
  const found = id === null ? null : await viewService(ctx, id);
  if (id !== null && found === null) notFound();
  const errors = flash?.errors ?? [];
  const kept = found
    ? serviceValues(found.service, found.unknown)
    : newServiceValues(ctx.config.country);
  return (
    <EditService
      frame={frame}
      errors={errors}
      path={id === null ? staffPaths.addService : staffPaths.service(id)}
      name={found ? found.service.name[frame.locale] : null}
      seen={found?.seen ?? ''}
      values={errors.length > 0 && flash ? flash.values : kept}
      reports={found?.reports ?? []}
      saved={flash?.values['saved'] === 'yes'}
    />
  );
}
