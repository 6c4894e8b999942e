import { requireStaff } from '#app/_request/staff/staff.ts';
import { FunnelPage } from '#components/staff/research/funnel-page.tsx';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const path = '/staff/research/funnel';
  const { frame, ctx } = await requireStaff('research:funnel', locale, path);
  const view = await viewFunnel(ctx, 'page');
  return <FunnelPage frame={frame} rows={view.kind === 'table' ? view.rows : null} />;
}
