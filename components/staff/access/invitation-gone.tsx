import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';

/** Used, run out or never made: the page does not say which. */
export function InvitationGone({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <StaffPage frame={frame} title={t('staff.invitation.gone.title')}>
      <p>{t('staff.invitation.gone.text')}</p>
      <p>{t('staff.invitation.gone.next')}</p>
      <div className="actions">
        <ButtonLink kind="dusk" href={frame.href(staffPaths.signIn)}>
          {t('staff.invitation.gone.signIn')}
        </ButtonLink>
      </div>
    </StaffPage>
  );
}
