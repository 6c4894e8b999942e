import { openStaff } from '#app/_request/staff/staff.ts';
import { Invitation } from '#components/staff/access/invitation.tsx';
import { InvitationGone } from '#components/staff/access/invitation-gone.tsx';
import { viewInvitation } from '#lib/usecases/staff/view-invitation.ts';

export default async function Page(props: { params: Promise<{ locale: string; token: string }> }) {
  const { locale, token } = await props.params;
  const { frame, context, flash } = await openStaff(locale, `/staff/invitation/${token}`);
  const values = flash?.values ?? {};
  const invitation = await viewInvitation(context, token, values['sealed'] ?? null);
  if (!invitation) return <InvitationGone frame={frame} />;
  const errors = flash?.errors ?? [];
  return <Invitation frame={frame} errors={errors} values={values} invitation={invitation} />;
}
