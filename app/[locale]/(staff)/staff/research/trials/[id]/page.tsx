import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { DraftTrialPage } from '#components/staff/trials/draft-page.tsx';
import { typedOf } from '#components/staff/trials/form-values.ts';
import { TrialPage } from '#components/staff/trials/trial-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewTrial } from '#lib/usecases/researcher/trials/view-trial.ts';

export default staffPage({
  permission: 'trials:read',
  path: ({ id = '' }) => staffPaths.trial(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const view = await viewTrial(ctx, id);
    if (!view) notFound();
    const { roles } = ctx.actor;
    const may = { write: can(roles, 'research:trials'), approve: can(roles, 'trials:approve') };
    const { registration, now, revision } = view.trial;
    const shared = { frame, errors: flash?.errors ?? [] };
    const typed = flash?.values ?? {};
    if (now.state === 'draft' && view.mine && may.write) {
      return (
        <DraftTrialPage
          {...shared}
          id={id}
          code={registration.code}
          revision={revision}
          values={'question' in typed ? typed : typedOf(registration)}
          saved={typedOf(registration)}
          people={view.people}
          least={view.leastDifference}
          note={typed['note']}
        />
      );
    }
    const { timeZone } = ctx.config;
    return <TrialPage {...shared} view={view} may={may} values={typed} timeZone={timeZone} />;
  },
});
