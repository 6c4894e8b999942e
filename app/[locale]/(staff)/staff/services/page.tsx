import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Services } from '#components/staff/admin/services.tsx';
import type { Problem } from '#lib/domain/referrals/hsds/problems.ts';
import { viewServices } from '#lib/usecases/staff/view-services.ts';

export default staffPage({
  permission: 'services:edit',
  path: () => staffPaths.services,
  view: async ({ frame, ctx, flash }, _params, { searchParams }) => (
    <Services
      frame={frame}
      errors={flash?.errors ?? []}
      {...(await viewServices(ctx))}
      told={flash?.values ?? {}}
      page={[(await searchParams)['page']].flat()[0]}
      problems={problemsOf(flash?.values ?? {})}
    />
  ),
});

/** What the import found wrong, from the cookie that this service sealed itself. */
function problemsOf({ problems, count }: Readonly<Record<string, string>>) {
  if (problems === undefined) return null;
  return { shown: JSON.parse(problems) as readonly Problem[], count: Number(count) };
}
