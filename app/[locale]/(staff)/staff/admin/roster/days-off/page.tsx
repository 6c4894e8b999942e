import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { strandsIn } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { DaysOff } from '#components/staff/roster/days-off.tsx';
import { viewRoster } from '#lib/usecases/administrator/roster/view-roster.ts';

export default staffPage({
  permission: 'roster:edit',
  path: () => staffPaths.daysOff,
  async view({ frame, ctx, flash }) {
    const values = flash?.values ?? {};
    const { roles } = await viewRoster(ctx, 0);
    return (
      <DaysOff
        frame={frame}
        errors={flash?.errors ?? []}
        values={values}
        roles={roles}
        strands={strandsIn(frame, ctx.config.timeZone, values)}
      />
    );
  },
});
