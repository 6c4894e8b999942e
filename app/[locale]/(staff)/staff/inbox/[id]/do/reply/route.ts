import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';

const INBOX = '/staff/inbox';

export const POST = staffPost({
  permission: 'inbox:reply',
  fields: z.object({
    text: z.string().default(''),
    seen: z.coerce.number().int().min(0).catch(0),
  }),
  page: ({ params }) => `${INBOX}/${params['id']}`,
  async act(ctx, fields, opened) {
    const id = String(opened.params['id']);
    const sent = await replyToThread(ctx, { id, ...fields });
    if (sent.ok) return { go: INBOX, cookies: [tellOn(opened, INBOX, { news: 'sent' })] };
    if (sent.error === 'gone') {
      return { go: INBOX, cookies: [tellOn(opened, INBOX, { news: 'gone' })] };
    }
    const text = `inbox.thread.error.${sent.error}`;
    return { back: `${INBOX}/${id}`, errors: [{ field: 'text', text }] };
  },
});
