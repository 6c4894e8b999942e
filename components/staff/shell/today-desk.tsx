import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';

/** The way to the desk, for whoever is at one. */
export function TodayDesk({ frame }: { readonly frame: Frame }) {
  const { t, signedIn } = frame;
  if (!can((signedIn?.roles ?? []).filter(isRole), 'visits:redeem')) return null;
  return (
    <section>
      <h2>{t('staff.shell.places.desk')}</h2>
      <div className="actions">
        <ButtonLink kind="dusk" href={frame.href(staffPaths.desk)}>
          {t('desk.title')}
        </ButtonLink>
      </div>
    </section>
  );
}
