import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { ButtonLink } from '../../form/button.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatWhen } from './when.ts';

interface PausedProps {
  readonly frame: Frame;
  readonly paused: readonly { readonly part: Part; readonly until: LocalTime }[];
}

/** Parts that are closed for now: everybody on duty may be asked why. */
export function TodayPaused({ frame, paused }: PausedProps) {
  if (paused.length === 0) return null;
  const { t, locale, href, signedIn } = frame;
  const mayOpen = can((signedIn?.roles ?? []).filter(isRole), 'parts:pause');
  return (
    <section className="panel panel-ink">
      <h2>{t('staff.today.paused.title')}</h2>
      <ul>
        {paused.map(({ part, until }) => (
          <li key={part}>
            {t('staff.today.paused.part', { part, when: formatWhen(locale, until) })}
          </li>
        ))}
      </ul>
      {mayOpen ? (
        <p>
          <a href={href(staffPaths.pause)}>{t('staff.today.paused.look')}</a>
        </p>
      ) : null}
    </section>
  );
}

interface ReportsProps {
  readonly frame: Frame;
  /** Null where the roles do not reach them. */
  readonly reports: { readonly count: number; readonly late: number } | null;
}

/** Complaints and reports that are open. */
export function TodayReports({ frame, reports }: ReportsProps) {
  if (reports === null || reports.count === 0) return null;
  const { t, href } = frame;
  const { count, late } = reports;
  return (
    <section>
      <h2>{t('staff.today.reports.title')}</h2>
      <p>
        {t('staff.today.reports.count', { count })}{' '}
        {late === 0 ? null : <strong>{t('staff.today.reports.late', { late })}</strong>}
      </p>
      <div className="actions">
        <ButtonLink kind="plain" href={href(staffPaths.reports)}>
          {t('staff.today.reports.open')}
        </ButtonLink>
      </div>
    </section>
  );
}
