import type { ReportCount } from '#lib/domain/referrals/report.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  readonly name: string;
  readonly reports: readonly ReportCount[];
}

/** What visitors said was wrong with one entry, as counts; looked at, they begin anew. */
export function Reports({ frame, name, reports }: Props) {
  const { t, locale } = frame;
  const [first] = reports;
  if (first === undefined) return null;
  return (
    <>
      <ul>
        {reports.map(({ kind, people, last }) => (
          <li key={kind}>
            {t(`directory.reports.${kind}`, { people })}{' '}
            <span className="note">
              {t('directory.reports.last', { date: formatDate(locale, last) })}
            </span>
          </li>
        ))}
      </ul>
      <Form frame={frame} action={staffDo(staffPaths.services, 'looked')}>
        <input type="hidden" name="service" value={first.service} />
        <Button kind="plain">
          {t('directory.reports.button')}
          <span className="unseen-always">: {name}</span>
        </Button>
      </Form>
    </>
  );
}
