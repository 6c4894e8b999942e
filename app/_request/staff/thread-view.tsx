import { notFound } from 'next/navigation';
import { ThreadPage } from '#components/staff/inbox/thread-page.tsx';
import { THREAD_NEWS } from '#components/staff/inbox/thread-view.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { viewReplyChoices } from '#lib/usecases/guide/view-reply-choices.ts';
import type { StaffView } from './staff.ts';

/** The page of a thread: its opening is logged. */
export async function threadView(
  { frame, ctx, flash }: Pick<StaffView<'inbox:read'>, 'frame' | 'ctx' | 'flash'>,
  id: string,
) {
  const view = await openThread(ctx, id);
  if (!view) notFound();
  const values = flash?.values ?? {};
  return (
    <ThreadPage
      frame={frame}
      timeZone={ctx.config.timeZone}
      view={view}
      choices={await viewReplyChoices(ctx, view.thread)}
      self={ctx.actor}
      errors={flash?.errors ?? []}
      values={values}
      news={THREAD_NEWS.find((news) => news === values['news']) ?? null}
    />
  );
}
