import { ROLES } from '#lib/domain/access/role.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { type DeskChoice, DeskField } from './desk-field.tsx';
import { RoleRows } from './role-rows.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly desks: readonly DeskChoice[];
}

export function Invite({ frame, errors, values, desks }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  const text = (name: 'name' | 'email') => ({
    t,
    name,
    label: t(`staff.people.form.${name}`),
    value: values[name],
    error: errorFor(told, name),
    autoComplete: 'off',
  });
  return (
    <StaffPage
      frame={frame}
      title={t('staff.people.form.title')}
      current="people"
      failed={told.length > 0}
      up={{ path: staffPaths.people, text: t('staff.people.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      <Form frame={frame} action={staffDo(staffPaths.people, 'invite')}>
        <TextField {...text('name')} maxLength={80} />
        <TextField {...text('email')} type="email" maxLength={254} />
        <RoleRows
          t={t}
          legend={t('staff.people.form.roles')}
          hint={t('staff.people.form.rolesHint')}
          values={listed(values['roles'], ROLES)}
          error={errorFor(told, 'roles')}
        />
        <DeskField
          frame={frame}
          desks={desks}
          value={values['service']}
          error={errorFor(told, 'service')}
        />
        <CheckboxRows
          t={t}
          name="languages"
          legend={t('staff.people.form.languages')}
          hint={t('staff.people.form.languagesHint')}
          choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          values={listed(values['languages'], LOCALES)}
          error={errorFor(told, 'languages')}
        />
        <div className="actions">
          <Button kind="dusk">{t('staff.people.form.button')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}

/** The ticked ones of a field that was sent several times. */
function listed(text: string | undefined, known: readonly string[]): readonly string[] {
  const ticked = (text ?? '').split(',');
  return known.filter((value) => ticked.includes(value));
}
