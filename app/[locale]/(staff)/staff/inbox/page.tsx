import { requireStaff } from '#app/_request/staff/staff.ts';
import { ThreadList } from '#components/staff/inbox/thread-list.tsx';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';

const NEWS = ['sent', 'gone', 'closedNow'] as const;

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const { frame, ctx, flash } = await requireStaff('inbox:read', locale, '/staff/inbox');
  return (
    <ThreadList
      frame={frame}
      timeZone={ctx.config.timeZone}
      threads={await listInbox(ctx)}
      news={NEWS.find((news) => news === flash?.values['news']) ?? null}
    />
  );
}
