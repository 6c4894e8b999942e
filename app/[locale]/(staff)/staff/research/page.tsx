import { requireStaff } from '#app/_request/staff/staff.ts';
import { ResearchPage } from '#components/staff/research/research-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const { frame, ctx, flash } = await requireStaff('research:funnel', locale, '/staff/research');
  return (
    <ResearchPage
      {...(await viewResearch(ctx))}
      frame={frame}
      mayExport={can(ctx.actor.roles, 'research:export')}
      errors={flash?.errors ?? []}
      purpose={flash?.values['purpose']}
    />
  );
}
