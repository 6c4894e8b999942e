import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';

/** Somebody else is at it, or nobody yet: no text. */
export function ItemTaken({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <StaffPage
      frame={frame}
      title={t('moderate.item.takenTitle')}
      current="moderate"
      up={{ path: staffPaths.moderate, text: t('moderate.links.queue') }}
    >
      <p>{t('moderate.item.taken')}</p>
    </StaffPage>
  );
}
