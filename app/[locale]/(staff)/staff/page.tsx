import { requireStaff } from '#app/_request/staff/staff.ts';
import { Today } from '#components/staff/shell/today.tsx';
import { viewToday } from '#lib/usecases/staff/view-today.ts';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { frame, ctx } = await requireStaff(null, (await params).locale, '/staff');
  return <Today frame={frame} {...(await viewToday(ctx))} />;
}
