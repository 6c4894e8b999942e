import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { localised, staffDo, staffPaths } from '../../layout/paths.ts';
import { colon } from '../../layout/shell/format.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';
import { StrandsTold, type ToldStrands } from '../roster/strands.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly part: Part;
  /** As typed, or a day from now. */
  readonly day: string;
  readonly time: string;
  /** What was asked to be looked at; null: nothing yet. */
  readonly until: LocalTime | null;
  readonly strands: ToldStrands | null;
}

/** Until when, then the page as visitors will see it, then the button. */
export function PausePart({ frame, errors, part, day, time, until, strands }: Props) {
  const { t, locale } = frame;
  const told = staffErrors(t, errors);
  const title =
    until === null
      ? `${t('roster.pause.title')}${colon(locale)}${t(`roster.pause.part.${part}`)}`
      : t('roster.pause.confirmTitle', { part, when: formatWhen(locale, until) });
  return (
    <StaffPage
      frame={frame}
      title={title}
      current="pause"
      failed={told.length > 0}
      up={{ path: staffPaths.pause, text: t('roster.pause.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      <p>{t(`roster.pause.what.${part}`)}</p>
      <UntilForm {...{ frame, part, day, time }} errors={told} looked={until !== null} />
      {until === null ? null : (
        <Confirm frame={frame} errors={told} part={part} day={day} time={time} strands={strands} />
      )}
    </StaffPage>
  );
}

type FormProps = Pick<Props, 'frame' | 'errors' | 'part' | 'day' | 'time'>;

/** A plain GET: what is looked at stands in the address. */
function UntilForm({
  frame,
  errors,
  part,
  day,
  time,
  looked,
}: FormProps & { readonly looked: boolean }) {
  const { t, href } = frame;
  const shared = { t, className: 'w-48', maxLength: 10, autoComplete: 'off' };
  return (
    <form className="prose" method="get" action={href(staffPaths.pausePart(part))} noValidate>
      <TextField
        {...shared}
        name="day"
        label={t('roster.pause.day')}
        hint={t('roster.add.dayHint')}
        value={day}
        error={errorFor(errors, 'day')}
      />
      <TextField
        {...shared}
        name="time"
        label={t('roster.pause.time')}
        value={time}
        error={errorFor(errors, 'time')}
      />
      <div className="actions">
        <Button kind={looked ? 'plain' : 'dusk'}>{t('roster.pause.look')}</Button>
      </div>
    </form>
  );
}

function Confirm({ frame, errors, part, day, time, strands }: FormProps & Pick<Props, 'strands'>) {
  const { t } = frame;
  const at = new URLSearchParams({ day, time });
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('roster.pause.preview')}</h2>
      <ul className="links">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={localised(locale, `${staffPaths.pausePart(part)}/look?${at}`)}
              hrefLang={LANG[locale]}
            >
              {t('roster.pause.previewIn', { language: LANGUAGE_NAMES[locale] })}
            </a>
          </li>
        ))}
      </ul>
      <Form frame={frame} action={staffDo(staffPaths.pause, 'pause')}>
        <input type="hidden" name="part" value={part} />
        <input type="hidden" name="day" value={day} />
        <input type="hidden" name="time" value={time} />
        <StrandsTold frame={frame} strands={strands} errors={errors} />
        <div className="actions">
          <Button kind="dusk">{t('roster.pause.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
