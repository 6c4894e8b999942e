import { notFound } from 'next/navigation';
import { requireStaff } from '#app/_request/staff/staff.ts';
import { ThreadPage } from '#components/staff/inbox/thread-page.tsx';
import { openThread } from '#lib/usecases/guide/open-thread.ts';

export default async function Page(props: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id } = await props.params;
  const path = `/staff/inbox/${id}`;
  const { frame, ctx, flash } = await requireStaff('inbox:read', locale, path);
  const view = await openThread(ctx, id);
  if (!view) notFound();
  return (
    <ThreadPage
      frame={frame}
      timeZone={ctx.config.timeZone}
      view={view}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
    />
  );
}
