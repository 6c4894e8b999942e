import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { CONTENT_NOTES, REASONS } from '#lib/domain/community/codes.ts';
import { DECISIONS } from '#lib/domain/community/post.ts';
import { decideItem } from '#lib/usecases/moderator/decide-item.ts';

export const POST = staffPost({
  permission: 'group:moderate',
  fields: z.object({
    decision: z.enum(DECISIONS, 'moderate.item.error.decision'),
    reason: z.enum(REASONS).nullable().catch(null),
    note: z.enum(CONTENT_NOTES).nullable().catch(null),
    seen: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  page: ({ params }) => staffPaths.groupItem(String(params['id'])),
  async act(ctx, fields, opened) {
    const id = String(opened.params['id']);
    const decided = await decideItem(ctx, { id, ...fields });
    const error = decided.ok ? null : decided.error;
    if (error === 'changed' || error === 'not_offered') {
      const field = error === 'changed' ? 'decision' : 'reason';
      const text = `moderate.item.error.${error}`;
      return { back: staffPaths.groupItem(id), errors: [{ field, text }] };
    }
    const news = tellOn(opened, staffPaths.moderate, { news: error ?? 'decided' });
    return { go: staffPaths.moderate, cookies: [news] };
  },
});
