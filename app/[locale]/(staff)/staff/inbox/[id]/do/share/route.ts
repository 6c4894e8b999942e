import { draftFields, goneFrom, refusedOn, threadPost } from '#app/_request/staff/thread-posts.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { shareDraft } from '#lib/usecases/guide/share-draft.ts';

export const POST = threadPost(draftFields, async (ctx, id, { draft, seen, to }, opened) => {
  const shared = await shareDraft(ctx, { id, draft, seen, to });
  if (shared.ok) return { go: staffPaths.thread(id) };
  if (shared.error === 'gone') return goneFrom(opened);
  return refusedOn(id, shared.error === 'colleague' ? 'to' : 'text', shared.error);
});
