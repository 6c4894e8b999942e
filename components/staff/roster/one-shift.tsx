import type { Shift } from '#lib/domain/roster/shift.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { shiftDays, shiftTimes } from './shift-list.tsx';
import { StrandsTold, type ToldStrands } from './strands.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly shift: Shift & { readonly name: string };
  readonly strands: ToldStrands | null;
}

/** One shift: its last day, or off the roster. */
export function OneShift({ frame, errors, values, shift, strands }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  // What was sent says which of the two forms asked for it.
  const removing = values['verb'] === 'remove';
  const id = <input type="hidden" name="id" value={shift.id} />;
  return (
    <StaffPage
      frame={frame}
      title={t('roster.one.title', { name: shift.name })}
      current="roster"
      failed={told.length > 0}
      up={{ path: staffPaths.roster, text: t('roster.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      <SummaryList
        pairs={[
          { term: t('roster.shifts.column.role'), value: t(`staff.shell.roles.${shift.role}`) },
          { term: t('roster.shifts.column.when'), value: shiftTimes(frame, shift) },
          { term: t('roster.shifts.column.days'), value: shiftDays(frame, shift) },
        ]}
      />
      <h2>{t('roster.one.end')}</h2>
      <p>{t('roster.one.endText')}</p>
      <Form frame={frame} action={staffDo(staffPaths.roster, 'end')}>
        {id}
        <TextField
          t={t}
          name="last"
          label={t('roster.add.last')}
          hint={t('roster.add.dayHint')}
          value={values['last']}
          error={errorFor(told, 'last')}
          className="w-48"
          maxLength={10}
          autoComplete="off"
        />
        {removing ? null : <StrandsTold frame={frame} strands={strands} errors={told} />}
        <div className="actions">
          <Button kind="dusk">{t('roster.one.endButton')}</Button>
        </div>
      </Form>
      <h2>{t('roster.one.remove')}</h2>
      <p>{t('roster.one.removeText')}</p>
      <Form frame={frame} action={staffDo(staffPaths.roster, 'remove')}>
        {id}
        <input type="hidden" name="verb" value="remove" />
        {removing ? <StrandsTold frame={frame} strands={strands} errors={told} /> : null}
        <div className="actions">
          <Button kind="plain">{t('roster.one.removeButton')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}
