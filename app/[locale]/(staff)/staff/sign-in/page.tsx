import { redirect } from 'next/navigation';
import { openStaff } from '#app/_request/staff/staff.ts';
import { SignIn } from '#components/staff/access/sign-in.tsx';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { frame, flash, signedIn } = await openStaff((await params).locale, '/staff/sign-in');
  if (signedIn) redirect(frame.href('/staff'));
  return <SignIn frame={frame} errors={flash?.errors ?? []} values={flash?.values ?? {}} />;
}
