import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { HarmPage } from '#components/staff/research/harm-page.tsx';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';

export default staffPage({
  permission: 'research:harm',
  path: () => staffPaths.harm,
  async view({ frame, ctx }) {
    const { figures, counted } = await viewHarm(ctx, 'page');
    return <HarmPage frame={frame} figures={figures} counted={counted} />;
  },
});
