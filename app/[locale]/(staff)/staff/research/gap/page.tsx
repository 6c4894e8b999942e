import { shownBy } from '#app/_request/staff/shown-by.ts';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { GapPage } from '#components/staff/research/gap-page.tsx';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';

export default staffPage({
  permission: 'research:funnel',
  path: () => staffPaths.gap,
  async view({ frame, ctx }, _params, { searchParams }) {
    const by = shownBy((await searchParams)['by']);
    const { csv: _csv, ...view } = await viewGap(ctx, by, 'page');
    return <GapPage {...view} frame={frame} by={by} />;
  },
});
