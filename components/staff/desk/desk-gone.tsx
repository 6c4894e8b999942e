import type { Frame } from '../../layout/frame.ts';
import { StaffPage } from '../shell/staff-page.tsx';

/** The desk of a service that has left the directory: nothing can be recorded for it. */
export function DeskGone({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <StaffPage frame={frame} title={t('desk.title')} current="desk">
      <p>{t('desk.gone')}</p>
    </StaffPage>
  );
}
