import { backTo, draftFields, goneFrom, threadPost } from '#app/_request/staff/thread-posts.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { saveDraft } from '#lib/usecases/guide/save-draft.ts';

export const POST = threadPost(draftFields, async (ctx, id, { draft, seen, quiet }, opened) => {
  if (!(await saveDraft(ctx, { id, draft, seen }))) return goneFrom(opened);
  return quiet === undefined ? backTo(opened, id, 'saved') : { go: staffPaths.thread(id) };
});
