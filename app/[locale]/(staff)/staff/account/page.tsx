import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Account } from '#components/staff/account/account.tsx';
import { viewAccount } from '#lib/usecases/staff/account/view-account.ts';

export default staffPage({
  permission: null,
  path: () => staffPaths.account,
  view: async ({ frame, ctx, sessionId, flash }) => (
    <Account
      frame={frame}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
      {...(await viewAccount(ctx, sessionId))}
    />
  ),
});
