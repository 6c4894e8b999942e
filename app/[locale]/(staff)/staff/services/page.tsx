import { requireStaff } from '#app/_request/staff/staff.ts';
import { Services } from '#components/staff/admin/services.tsx';
import { viewServices } from '#lib/usecases/staff/view-services.ts';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const { frame, ctx, flash } = await requireStaff('services:edit', locale, '/staff/services');
  const checked = flash?.values['checked'] ?? null;
  return <Services frame={frame} {...(await viewServices(ctx))} checked={checked} />;
}
