import { can, type Permission } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';
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

interface Look {
  readonly path: string;
  readonly needs: Permission;
  readonly text: 'alerts.look' | 'trials.open' | 'packages.open';
}

const RESUME: Look = {
  path: staffPaths.placements,
  needs: 'placements:resume',
  text: 'alerts.look',
};
const COMPARISONS: Look = { path: staffPaths.trials, needs: 'trials:read', text: 'trials.open' };
/** Where somebody who may can do something about it. */
const LOOKS: Partial<Readonly<Record<TodayAlert['kind'], Look>>> = {
  placement_mismatch: RESUME,
  trial_harm: COMPARISONS,
  trial_uneven: COMPARISONS,
  package_failed: { path: staffPaths.packages, needs: 'research:approve', text: 'packages.open' },
};

export function TodayAlerts({ frame, alerts }: Props) {
  if (alerts.length === 0) return null;
  const { t, locale } = frame;
  return (
    <section className="panel panel-ink">
      <h2>{t('staff.today.alerts.title')}</h2>
      <ul>
        {alerts.map(({ kind, tier, count, since }) => (
          <li key={`${kind} ${tier}`}>
            {t(`staff.today.alerts.${kind}`, { tier: tier ?? '', count })}
            <LookLink frame={frame} kind={kind} />
            <span className="note block">
              {t('staff.today.alerts.since', { when: formatWhen(locale, since) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LookLink({ frame, kind }: Pick<Props, 'frame'> & Pick<TodayAlert, 'kind'>) {
  const { t, locale, href, signedIn } = frame;
  const look = LOOKS[kind];
  if (look === undefined) return null;
  if (!can((signedIn?.roles ?? []).filter(isRole), look.needs)) return null;
  return (
    <>
      {gap(locale)}
      <a href={href(look.path)}>{t(`staff.today.${look.text}`)}</a>
    </>
  );
}
