import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DraftPage } from '#components/staff/policy/draft/draft-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewDraft } from '#lib/usecases/clinician/view-draft.ts';
import { saveFields } from './do/save/fields.ts';

export default staffPage({
  permission: 'policy:read',
  path: ({ id = '' }) => staffPaths.draft(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const checked = flash?.values['checked'] === 'yes';
    const view = await viewDraft(ctx, id, { typed: typedBody(flash?.values), checked });
    if (!view) notFound();
    return (
      <DraftPage
        frame={frame}
        timeZone={ctx.config.timeZone}
        view={view}
        mayEdit={view.mine && can(ctx.actor.roles, 'policy:draft')}
        errors={flash?.errors ?? []}
        checked={checked}
        reason={flash?.values['reason']}
        lower={flash?.values['lower']}
      />
    );
  },
});

/** What the editor held when it was sent; null where another form of the page came back, or none. */
function typedBody(values: Readonly<Record<string, string>> | undefined) {
  if (!values || !('recheck' in values)) return null;
  const { revision, body } = saveFields.parse(values);
  return { ...body, revision };
}
