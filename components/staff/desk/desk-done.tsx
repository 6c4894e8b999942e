import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { Button, ButtonLink } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** What was recorded last, while it can be taken back. */
  readonly latest: { readonly id: string; readonly until: LocalTime } | null;
}

/** What was just recorded: that somebody came. */
export function DeskDone({ frame, errors, latest }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  const title = t(latest === null ? 'desk.title' : 'desk.done.title');
  return (
    <StaffPage
      frame={frame}
      title={title}
      current="desk"
      failed={told.length > 0}
      up={{ path: staffPaths.desk, text: t('desk.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      <p className="lead">{t(latest === null ? 'desk.done.over' : 'desk.done.text')}</p>
      <p className="actions">
        <ButtonLink kind="dusk" href={frame.href(staffPaths.desk)}>
          {t('desk.done.next')}
        </ButtonLink>
      </p>
      {latest === null ? null : <Undo frame={frame} latest={latest} />}
    </StaffPage>
  );
}

function Undo({ frame, latest }: { frame: Frame; latest: NonNullable<Props['latest']> }) {
  const { t, locale } = frame;
  return (
    <Form frame={frame} action={staffDo(staffPaths.desk, 'undo')}>
      <input type="hidden" name="id" value={latest.id} />
      <p>{t('desk.done.undoText', { time: formatWhen(locale, latest.until) })}</p>
      <div className="actions">
        <Button kind="plain">{t('desk.done.undo')}</Button>
      </div>
    </Form>
  );
}
