import { redirect } from 'next/navigation';
import { openStaffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { SignIn } from '#components/staff/access/sign-in.tsx';
import { offerSignIn } from '#lib/usecases/staff/passkey/offer-passkey.ts';

export default openStaffPage({
  path: () => staffPaths.signIn,
  async view({ frame, context, flash, signedIn, kept }) {
    if (signedIn) redirect(frame.href(staffPaths.home));
    const { errors = [], values = {} } = flash ?? {};
    const passkey = await offerSignIn(context);
    const given = { errors, values, kept, passkey };
    return <SignIn frame={frame} {...given} />;
  },
});
