import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatWhen } from './when.ts';

export interface TodayAlert {
  readonly kind:
    | 'tier_closed'
    | 'examples_only'
    | 'promise_overdue'
    | 'promise_stranded'
    | 'crisis_line_due'
    | 'audit_chain_broken'
    | 'placement_mismatch'
    | 'reminders_late'
    | 'reminders_missed'
    | 'mails_late'
    | 'mails_missed'
    | 'group_stalled'
    | 'group_unattended'
    | 'group_waiting'
    | 'many_threads_read'
    | 'trial_harm'
    | 'trial_uneven'
    | 'package_failed'
    | 'worker_silent';
  readonly tier: string | null;
  readonly count: number;
  readonly since: LocalTime;
}

interface Props {
  readonly frame: Frame;
  readonly alerts: readonly TodayAlert[];
}

export function TodayAlerts({ frame, alerts }: Props) {
  if (alerts.length === 0) return null;
  const { t, locale, href, signedIn } = frame;
  const mayResume = can((signedIn?.roles ?? []).filter(isRole), 'placements:resume');
  return (
    <section className="panel panel-ink">
      <h2>{t('staff.today.alerts.title')}</h2>
      <ul>
        {alerts.map(({ kind, tier, count, since }) => (
          <li key={`${kind} ${tier}`}>
            {t(`staff.today.alerts.${kind}`, { tier: tier ?? '', count })}{' '}
            {kind === 'placement_mismatch' && mayResume ? (
              <a href={href(staffPaths.placements)}>{t('staff.today.alerts.look')}</a>
            ) : null}{' '}
            <span className="note block">
              {t('staff.today.alerts.since', { when: formatWhen(locale, since) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
