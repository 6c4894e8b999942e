import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly stopped: {
    readonly since: LocalTime;
    readonly offers: number;
    readonly policies: readonly string[];
    readonly seen: string;
  } | null;
  readonly checked: { readonly when: LocalTime; readonly offers: number } | null;
  readonly resumed: readonly {
    readonly when: LocalTime;
    readonly who: string | null;
    readonly note: string;
  }[];
}

const SHORT_HASH = 8;
const COLUMNS = ['when', 'who', 'note'] as const;

/** Whether everybody is placed by the policy, and where not, what was found and how to go on. */
export function Placements(props: Props) {
  const { frame, values, stopped, checked, resumed } = props;
  const { t, locale } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('staff.placements.title')}
      current="placements"
      failed={errors.length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      {values['resumed'] === 'yes' ? (
        <Notice role="status">
          <p>{t('staff.placements.told')}</p>
        </Notice>
      ) : null}
      <p>{t('staff.placements.lead')}</p>
      {stopped === null ? (
        <p>{t('staff.placements.running')}</p>
      ) : (
        <Stopped frame={frame} stopped={stopped} errors={errors} note={values['note']} />
      )}
      <p>
        {checked === null
          ? t('staff.placements.never')
          : t('staff.placements.checked', {
              when: formatWhen(locale, checked.when),
              count: checked.offers,
            })}
      </p>
      {resumed.length === 0 ? null : (
        <DataTable
          caption={t('staff.placements.caption')}
          columns={COLUMNS.map((key) => ({ key, label: t(`staff.placements.column.${key}`) }))}
          rows={resumed.map(({ when, who, note }, i) => ({
            key: String(i),
            cells: {
              when: formatWhen(locale, when),
              who: who ?? t('staff.audit.nobody'),
              note,
            },
          }))}
          stacked
        />
      )}
    </StaffPage>
  );
}

interface StoppedProps extends Pick<Props, 'frame' | 'errors'> {
  readonly stopped: NonNullable<Props['stopped']>;
  readonly note: string | undefined;
}

function Stopped({ frame, stopped, errors, note }: StoppedProps) {
  const { t, locale } = frame;
  const { since, offers, policies, seen } = stopped;
  return (
    <section className="panel panel-ink" aria-labelledby="stopped">
      <h2 id="stopped">{t('staff.placements.stopped.title')}</h2>
      <p>{t('staff.placements.stopped.since', { when: formatWhen(locale, since) })}</p>
      <ul>
        {offers === 0 ? null : <li>{t('staff.placements.stopped.offers', { count: offers })}</li>}
        {policies.map((hash) => (
          <li key={hash}>
            {t('staff.placements.stopped.policy', { hash: hash.slice(0, SHORT_HASH) })}
          </li>
        ))}
      </ul>
      <p>{t('staff.placements.stopped.how')}</p>
      <Form frame={frame} action={staffDo(staffPaths.placements, 'resume')}>
        <input type="hidden" name="seen" value={seen} />
        <TextArea
          t={t}
          name="note"
          label={t('staff.placements.stopped.note')}
          hint={t('staff.placements.stopped.noteHint')}
          value={note}
          error={errorFor(errors, 'note')}
          rows={4}
          maxLength={900}
        />
        <div className="actions">
          <Button kind="dusk">{t('staff.placements.stopped.resume')}</Button>
        </div>
      </Form>
    </section>
  );
}
