import { openStaffPage } from '#app/_request/staff/staff-page.tsx';
import { Invitation } from '#components/staff/access/invitation.tsx';
import { InvitationGone } from '#components/staff/access/invitation-gone.tsx';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';

export default openStaffPage({
  path: ({ token }) => `/staff/invitation/${token}`,
  async view({ frame, context, flash }, { token = '' }) {
    const values = flash?.values ?? {};
    const invitation = await viewInvitation(context, token, values['sealed'] ?? null);
    if (!invitation) return <InvitationGone frame={frame} />;
    const errors = flash?.errors ?? [];
    return <Invitation frame={frame} errors={errors} values={values} invitation={invitation} />;
  },
});
