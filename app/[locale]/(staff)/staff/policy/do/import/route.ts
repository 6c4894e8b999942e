import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { importPolicy } from '#lib/usecases/clinician/transfer/import-policy.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: z.object({ file: z.string().default('') }),
  page: () => staffPaths.policy,
  // As long as a file may be, it does not fit into the cookie that takes typed words back to a page.
  unkept: ['file'],
  async act(ctx, { file }) {
    const draft = await importPolicy(ctx, file);
    if (draft.ok) return { go: staffPaths.draft(draft.value) };
    const errors = [{ field: 'file', text: `policy.import.error.${draft.error}` }];
    return { back: staffPaths.policy, errors };
  },
});
