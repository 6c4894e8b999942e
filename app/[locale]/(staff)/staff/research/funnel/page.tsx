import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { FunnelPage } from '#components/staff/research/funnel-page.tsx';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';

export default staffPage({
  permission: 'research:funnel',
  path: () => staffPaths.funnel,
  async view({ frame, ctx }) {
    const view = await viewFunnel(ctx, 'page');
    const rows = view.kind === 'table' ? view.rows : null;
    return <FunnelPage frame={frame} rows={rows} counted={view.counted} />;
  },
});
