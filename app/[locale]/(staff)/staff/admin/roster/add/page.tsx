import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { strandsIn } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { AddShift } from '#components/staff/roster/add-shift.tsx';
import { isoDate } from '#lib/domain/basics/day.ts';
import { listRosterPeople } from '#lib/usecases/administrator/roster/list-roster-people.ts';

export default staffPage({
  permission: 'roster:edit',
  path: () => staffPaths.addShift,
  async view({ frame, ctx, flash }) {
    const values = flash?.values ?? { first: isoDate(ctx.today) };
    return (
      <AddShift
        frame={frame}
        errors={flash?.errors ?? []}
        values={values}
        people={await listRosterPeople(ctx)}
        strands={strandsIn(frame, ctx.config.timeZone, values)}
      />
    );
  },
});
