import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { CodeField } from '../../form/code-field.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate, gap } from '../../layout/shell/format.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { ModeField } from './mode-field.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** What was typed, without a return code; `on` is the date of a code that was used before. */
  readonly values: Readonly<Record<string, string>>;
  readonly service: Service;
  readonly today: Day;
}

/** One field for one code. No name, no score, no history: the code says that somebody came, and no more. */
export function DeskPage({ frame, errors, values, service, today }: Props) {
  const { t, locale } = frame;
  const told = staffErrors(t, errors, { date: formatDate(locale, values['on'] ?? '') });
  const late = values['late'] === 'yes';
  const runOut = late || errors.some(({ text }) => text === 'desk.error.expired');
  return (
    <StaffPage frame={frame} title={t('desk.title')} current="desk" failed={told.length > 0}>
      <ErrorSummary t={t} errors={told} />
      {values['told'] === 'undone' ? (
        <Notice role="status">
          <p>{t('desk.undone')}</p>
        </Notice>
      ) : null}
      <p>
        {t('desk.at', { service: service.name[locale] })}
        {gap(locale)}
        {t('desk.learn')}
      </p>
      <Form frame={frame} action={staffDo(staffPaths.desk, 'record')}>
        <CodeField
          kind="visit"
          t={t}
          name="code"
          label={t('desk.code')}
          hint={t('desk.codeHint')}
          value={values['code']}
          error={errorFor(told, 'code')}
        />
        <ModeField
          frame={frame}
          service={service}
          value={values['mode']}
          error={errorFor(told, 'mode')}
        />
        {runOut ? (
          <CheckboxRows
            t={t}
            name="late"
            legend={t('desk.late.label')}
            choices={[{ value: 'yes', label: t('desk.late.label'), hint: t('desk.late.hint') }]}
            values={late ? ['yes'] : []}
          />
        ) : null}
        <p>{t('desk.today', { date: formatDate(locale, isoDate(today)) })}</p>
        <div className="actions">
          <Button kind="dusk">{t('desk.button')}</Button>
        </div>
      </Form>
      <h2>{t('desk.paper')}</h2>
      <ul className="links">
        <li>
          <a href={frame.href(staffPaths.deskSheet)}>{t('desk.toSheet')}</a>
        </li>
        <li>
          <a href={frame.href(staffPaths.deskEnter)}>{t('desk.toEnter')}</a>
        </li>
      </ul>
    </StaffPage>
  );
}
