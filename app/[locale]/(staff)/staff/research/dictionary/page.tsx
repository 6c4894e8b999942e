import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DictionaryPage } from '#components/staff/research/export/dictionary-page.tsx';
import { can } from '#lib/domain/access/permission.ts';

export default staffPage({
  permission: 'research:approve',
  path: () => staffPaths.dictionary,
  view: ({ frame, ctx }) => (
    <DictionaryPage frame={frame} mayExport={can(ctx.actor.roles, 'research:export')} />
  ),
});
