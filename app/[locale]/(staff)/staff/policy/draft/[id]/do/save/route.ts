import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { saveDraft } from '#lib/usecases/clinician/save-draft.ts';
import { saveFields } from './fields.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: saveFields,
  page: ({ params }) => staffPaths.draft(String(params['id'])),
  async act(ctx, fields, { params }) {
    const kept = await saveDraft(ctx, { id: String(params['id']), ...fields });
    return kept.ok ? { go: staffPaths.draft(kept.value) } : { status: 404 };
  },
});
