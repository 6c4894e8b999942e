import type { RosterRole, Shift } from '#lib/domain/roster/shift.ts';
import { personValue } from '#lib/domain/roster/shift-form.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { weekdayName } from './shift-list.tsx';
import { StrandsTold, type ToldStrands } from './strands.tsx';

interface Person extends Pick<Shift, 'role' | 'staffId'> {
  readonly name: string;
  readonly role: RosterRole;
}

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly people: readonly Person[];
  readonly strands: ToldStrands | null;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** One person, any days of the week, the same hours on each. */
export function AddShift({ frame, errors, values, people, strands }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  return (
    <StaffPage
      frame={frame}
      title={t('roster.add.title')}
      current="roster"
      failed={told.length > 0}
      up={{ path: staffPaths.roster, text: t('roster.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      {people.length === 0 ? (
        <p>{t('roster.add.nobody')}</p>
      ) : (
        <Form frame={frame} action={staffDo(staffPaths.roster, 'add')}>
          <Select
            t={t}
            name="person"
            label={t('roster.add.person')}
            value={values['person']}
            options={[
              { value: '', text: t('roster.add.choose') },
              ...people.map((person) => ({
                value: personValue(person),
                text: `${person.name} (${t(`staff.shell.roles.${person.role}`)})`,
              })),
            ]}
            error={errorFor(told, 'person')}
          />
          <CheckboxRows
            t={t}
            name="weekday"
            legend={t('roster.add.weekday')}
            choices={WEEKDAYS.map((day) => ({
              value: String(day),
              label: weekdayName(frame, day),
            }))}
            values={(values['weekday'] ?? '').split(',')}
            error={errorFor(told, 'weekday')}
          />
          <Times frame={frame} values={values} errors={told} />
          <CheckboxRows
            t={t}
            name="onCall"
            legend={t('roster.add.onCallLegend')}
            choices={[{ value: 'yes', label: t('roster.add.onCall') }]}
            values={[values['onCall'] ?? '']}
          />
          <StrandsTold frame={frame} strands={strands} errors={told} />
          <div className="actions">
            <Button kind="dusk">{t('roster.add.button')}</Button>
          </div>
        </Form>
      )}
    </StaffPage>
  );
}

function Times({ frame: { t }, values, errors }: Pick<Props, 'frame' | 'values' | 'errors'>) {
  const field = (name: 'from' | 'to' | 'first' | 'last', hint: string) => ({
    t,
    name,
    hint,
    label: t(`roster.add.${name}`),
    value: values[name],
    error: errorFor(errors, name),
    className: 'w-48',
    maxLength: 10,
    autoComplete: 'off',
  });
  return (
    <>
      <TextField {...field('from', t('roster.add.clockHint'))} />
      <TextField {...field('to', t('roster.add.clockHint'))} />
      <TextField {...field('first', t('roster.add.dayHint'))} />
      <TextField {...field('last', t('roster.add.dayHint'))} />
    </>
  );
}
