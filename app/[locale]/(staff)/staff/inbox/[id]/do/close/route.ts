import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { closeThread } from '#lib/usecases/guide/close-thread.ts';

const INBOX = '/staff/inbox';

export const POST = staffPost({
  permission: 'inbox:reply',
  fields: z.object({ seen: z.coerce.number().int().min(0).catch(0) }),
  page: ({ params }) => `${INBOX}/${params['id']}`,
  async act(ctx, { seen }, opened) {
    const id = String(opened.params['id']);
    const closed = await closeThread(ctx, { id, seen });
    if (closed.ok) return { go: INBOX, cookies: [tellOn(opened, INBOX, { news: 'closedNow' })] };
    if (closed.error === 'gone') {
      return { go: INBOX, cookies: [tellOn(opened, INBOX, { news: 'gone' })] };
    }
    const kind = closed.error === 'changed' ? 'changedClose' : closed.error;
    const errors = [{ field: 'text', text: `inbox.thread.error.${kind}` }];
    return { back: `${INBOX}/${id}`, errors };
  },
});
