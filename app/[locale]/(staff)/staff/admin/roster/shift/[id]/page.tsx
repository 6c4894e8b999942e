import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { strandsIn } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { OneShift } from '#components/staff/roster/one-shift.tsx';
import { viewShift } from '#lib/usecases/administrator/roster/view-shift.ts';

export default staffPage({
  permission: 'roster:edit',
  path: ({ id = '' }) => staffPaths.shift(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const shift = await viewShift(ctx, id);
    if (!shift) notFound();
    const values = flash?.values ?? {};
    return (
      <OneShift
        frame={frame}
        errors={flash?.errors ?? []}
        values={values}
        shift={shift}
        strands={strandsIn(frame, ctx.config.timeZone, values)}
      />
    );
  },
});
