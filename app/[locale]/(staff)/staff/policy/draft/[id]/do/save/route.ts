import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { saveDraft } from '#lib/usecases/clinician/save-draft.ts';
import { saveFields } from './fields.ts';

export const POST = staffPost({
  permission: 'policy:draft',
  fields: saveFields,
  page: ({ params }) => staffPaths.draft(String(params['id'])),
  async act(ctx, { reasons, ...fields }, opened) {
    const kept = await saveDraft(ctx, { id: String(opened.params['id']), ...fields });
    if (!kept.ok) return { status: 404 };
    const go = staffPaths.draft(kept.value);
    const checked = fields.edit.kind === 'check' ? { checked: 'yes' } : {};
    return { go, cookies: [tellOn(opened, go, { ...reasons, ...checked })] };
  },
});
