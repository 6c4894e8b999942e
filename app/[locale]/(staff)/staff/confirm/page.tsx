import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Confirm } from '#components/staff/access/confirm.tsx';
import { offerConfirm } from '#lib/usecases/staff/passkey/offer-passkey.ts';

export default staffPage({
  permission: null,
  path: () => staffPaths.confirm,
  async view({ frame, ctx, sessionId, flash }) {
    const passkey = await offerConfirm(ctx, sessionId);
    return <Confirm frame={frame} errors={flash?.errors ?? []} passkey={passkey} />;
  },
});
