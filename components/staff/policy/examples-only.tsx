import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffPaths } from '../../layout/paths.ts';

/** Where a policy is about to lead people to a face-to-face visit that nobody can book. */
export function ExamplesOnly({ frame }: { readonly frame: Frame }) {
  const { t, href, signedIn } = frame;
  const mayEdit = can((signedIn?.roles ?? []).filter(isRole), 'services:edit');
  return (
    <Notice>
      <p>{t('staff.today.alerts.examples_only')}</p>
      {mayEdit ? (
        <p>
          <a href={href(staffPaths.services)}>{t('staff.shell.places.services')}</a>
        </p>
      ) : null}
    </Notice>
  );
}
