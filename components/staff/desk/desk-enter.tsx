import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { OLDEST_SHEET_DAYS } from '#lib/domain/referrals/visit.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { ModeField } from './mode-field.tsx';
import { type LinesLeft, SheetNews } from './sheet-news.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly service: Service;
  readonly today: Day;
  /** What became of the lines that were sent last. */
  readonly news: LinesLeft | null;
}

/** Types a paper sheet in: one code on each line. What cannot be recorded stays in the field. */
export function DeskEnter({ frame, errors, values, service, today, news }: Props) {
  const { t, locale } = frame;
  const told = staffErrors(t, errors);
  const days = Array.from({ length: OLDEST_SHEET_DAYS + 1 }, (_, ago) =>
    isoDate((today - ago) as Day),
  );
  return (
    <StaffPage
      frame={frame}
      title={t('desk.toEnter')}
      current="desk"
      failed={told.length > 0}
      up={{ path: staffPaths.desk, text: t('desk.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      {news === null ? null : <SheetNews t={t} news={news} />}
      <p>{t('desk.at', { service: service.name[locale] })}</p>
      <p>{t('desk.enter.lead')}</p>
      <Form frame={frame} action={staffDo(staffPaths.desk, 'enter')}>
        <TextArea
          t={t}
          name="lines"
          label={t('desk.enter.lines')}
          hint={t('desk.enter.linesHint')}
          value={values['lines']}
          error={errorFor(told, 'lines')}
        />
        <ModeField
          frame={frame}
          service={service}
          value={values['mode']}
          error={errorFor(told, 'mode')}
        />
        <Select
          t={t}
          name="day"
          label={t('desk.enter.day')}
          value={values['day'] ?? isoDate(today)}
          options={days.map((value) => ({ value, text: formatDate(locale, value) }))}
          error={errorFor(told, 'day')}
        />
        <p>{t('desk.enter.noUndo')}</p>
        <div className="actions">
          <Button kind="dusk">{t('desk.enter.button')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}
