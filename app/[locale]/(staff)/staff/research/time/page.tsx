import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { TimePage } from '#components/staff/research/time-page.tsx';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';

export default staffPage({
  permission: 'research:funnel',
  path: () => staffPaths.time,
  async view({ frame, ctx }) {
    const { curve, counted } = await viewTime(ctx, 'page');
    return <TimePage frame={frame} curve={curve} counted={counted} />;
  },
});
