import { redirect } from 'next/navigation';
import { openStaffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { SignIn } from '#components/staff/access/sign-in.tsx';

export default openStaffPage({
  path: () => staffPaths.signIn,
  view({ frame, flash, signedIn, kept }) {
    if (signedIn) redirect(frame.href(staffPaths.home));
    const { errors = [], values = {} } = flash ?? {};
    return <SignIn frame={frame} errors={errors} values={values} kept={kept} />;
  },
});
