import { isoDate } from '#lib/domain/basics/day.ts';
import type { DayOff } from '#lib/domain/roster/days-off.ts';
import { ROSTER_ROLES, type RosterRole } from '#lib/domain/roster/shift.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { StrandsTold, type ToldStrands } from './strands.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly roles: readonly { readonly role: RosterRole; readonly daysOff: readonly DayOff[] }[];
  readonly strands: ToldStrands | null;
}

const COLUMNS = ['day', 'role', 'name', 'action'] as const;

/** Days on which nobody of a role is at work: one by one, or as a list that is pasted. */
export function DaysOff({ frame, errors, values, roles, strands }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors, { part: values['part'] ?? '' });
  const days = roles
    .flatMap(({ role, daysOff }) => daysOff.map((off) => ({ role, ...off })))
    .toSorted((a, b) => a.day - b.day);
  return (
    <StaffPage
      frame={frame}
      title={t('roster.off.title')}
      current="roster"
      failed={told.length > 0}
      up={{ path: staffPaths.roster, text: t('roster.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      <p>{t('roster.off.lead')}</p>
      {days.length === 0 ? (
        <p>{t('roster.off.none')}</p>
      ) : (
        <DataTable
          caption={t('roster.off.caption')}
          columns={COLUMNS.map((key) => ({
            key,
            label: t(`roster.off.column.${key}`),
            action: key === 'action',
          }))}
          rows={days.map((off) => ({
            key: `${off.day} ${off.role}`,
            cells: {
              day: dateText(frame.locale, off.day),
              role: t(`roster.role.${off.role}`),
              name: off.name,
              action: <OpenDay frame={frame} {...off} />,
            },
          }))}
          stacked
        />
      )}
      <h2>{t('roster.off.add')}</h2>
      <Form frame={frame} action={staffDo(staffPaths.roster, 'close')}>
        <TextArea
          t={t}
          name="days"
          label={t('roster.off.days')}
          hint={t('roster.off.daysHint')}
          value={values['days']}
          error={errorFor(told, 'days')}
          rows={5}
        />
        <CheckboxRows
          t={t}
          name="roles"
          legend={t('roster.off.roles')}
          choices={ROSTER_ROLES.map((value) => ({ value, label: t(`roster.role.${value}`) }))}
          values={(values['roles'] ?? '').split(',')}
          error={errorFor(told, 'roles')}
        />
        <StrandsTold frame={frame} strands={strands} errors={told} />
        <div className="actions">
          <Button kind="dusk">{t('roster.off.button')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}

function OpenDay({
  frame,
  day,
  role,
}: DayOff & { readonly frame: Frame; readonly role: RosterRole }) {
  const { t, locale } = frame;
  return (
    <Form frame={frame} action={staffDo(staffPaths.roster, 'open')}>
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="day" value={isoDate(day)} />
      <Button kind="plain">
        {t('roster.off.open')}
        <span className="unseen-always"> {dateText(locale, day)}</span>
      </Button>
    </Form>
  );
}
