import { redirect } from 'next/navigation';
import { openStaffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { SignIn } from '#components/staff/access/sign-in.tsx';

export default openStaffPage({
  path: () => staffPaths.signIn,
  view({ frame, flash, signedIn }) {
    if (signedIn) redirect(frame.href(staffPaths.home));
    return <SignIn frame={frame} errors={flash?.errors ?? []} values={flash?.values ?? {}} />;
  },
});
