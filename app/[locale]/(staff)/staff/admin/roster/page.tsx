import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { RosterPage } from '#components/staff/roster/roster-page.tsx';
import { viewRoster } from '#lib/usecases/administrator/roster/view-roster.ts';

export default staffPage({
  permission: 'roster:edit',
  path: () => staffPaths.roster,
  async view({ frame, ctx, flash }, _params, { searchParams }) {
    const asked = [(await searchParams)['week']].flat()[0] ?? '';
    const ahead = /^\d{1,2}$/.test(asked) ? Math.min(Number(asked), LAST_WEEK) : 0;
    return (
      <RosterPage
        frame={frame}
        errors={flash?.errors ?? []}
        told={flash?.values['told']}
        zone={ctx.config.timeZone}
        today={ctx.today}
        ahead={ahead}
        {...(await viewRoster(ctx, ahead))}
      />
    );
  },
});

/** Further ahead than a year nobody plans. */
const LAST_WEEK = 52;
