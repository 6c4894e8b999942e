import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from './staff-page.tsx';

/** In place of a page that is not there, which is also what a page is to somebody whose roles do not reach it. */
export function StaffMissing({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <StaffPage frame={frame} title={t('staff.shell.missing.title')}>
      <p>{t('staff.shell.missing.text')}</p>
      <p className="actions">
        <ButtonLink kind="dusk" href={frame.href(staffPaths.home)}>
          {t('staff.shell.missing.home')}
        </ButtonLink>
      </p>
    </StaffPage>
  );
}
