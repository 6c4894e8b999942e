import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { Frame } from '../../layout/frame.ts';
import { ADMIN_PLACES, STAFF_PLACES, type StaffPlace } from './places.ts';

interface Props {
  readonly frame: Frame;
  readonly current: StaffPlace | undefined;
}

/** Where a signed-in person may go. What their roles do not reach is absent, never greyed. */
export function StaffList({ frame, current }: Props) {
  const roles = (frame.signedIn?.roles ?? []).filter(isRole);
  const { t } = frame;
  const link = ({ place, path }: { place: StaffPlace; path: string }) => (
    <li key={place} className="m-0">
      <a
        className="flex items-center target aria-[current]:font-bold aria-[current]:text-ink"
        href={frame.href(path)}
        aria-current={place === current ? 'page' : undefined}
      >
        {t(`staff.shell.places.${place}`)}
      </a>
    </li>
  );
  const open = STAFF_PLACES.filter(({ needs }) => needs === null || can(roles, needs));
  const admin = ADMIN_PLACES.filter(({ needs }) => can(roles, needs));
  return (
    <nav className="no-print text-note lg:pt-10" aria-label={t('staff.shell.list')}>
      <ul className="m-0 flex flex-wrap gap-x-6 lg:block">
        {open.map(link)}
        {admin.length === 0 ? null : (
          <li className="m-0 flex flex-wrap items-center gap-x-4 lg:mt-4 lg:block">
            <span className="text-ink-soft">{t('staff.shell.admin')}</span>
            <ul className="m-0 flex flex-wrap gap-x-4 lg:block">{admin.map(link)}</ul>
          </li>
        )}
      </ul>
    </nav>
  );
}
