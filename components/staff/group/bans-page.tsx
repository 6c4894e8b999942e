import type { BanReason } from '#lib/domain/community/codes.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { moment } from '../inbox/moment.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly bans: readonly {
    readonly id: string;
    readonly reason: BanReason;
    readonly by: string;
    readonly at: number;
    readonly mayLift: boolean;
  }[];
  readonly errors: readonly FormError[];
  readonly lifted: boolean;
}

/** Whose posting was ended by whom, when and why. Whose it is nobody here can see. */
export function BansPage({ frame, timeZone, bans, errors, lifted }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  return (
    <StaffPage
      frame={frame}
      title={t('moderate.bans.title')}
      current="bans"
      failed={told.length > 0}
    >
      <ErrorSummary t={t} errors={told} />
      {lifted ? (
        <Notice role="status">
          <p>{t('moderate.news.lifted')}</p>
        </Notice>
      ) : null}
      <p>{t('moderate.bans.lead')}</p>
      {bans.length === 0 ? <p>{t('moderate.bans.none')}</p> : null}
      {bans.map(({ id, reason, by, at, mayLift }) => (
        <section key={id} className="panel panel-ink">
          <p>
            {t('moderate.bans.line', {
              when: moment(frame, timeZone, at),
              who: by,
              reason: t(`moderate.banReason.${reason}`),
            })}
          </p>
          {mayLift ? (
            <Form frame={frame} action={staffDo(staffPaths.bans, 'lift')}>
              <input type="hidden" name="id" value={id} />
              <Button kind="plain">{t('moderate.bans.lift')}</Button>
            </Form>
          ) : (
            <p className="note">{t('moderate.bans.own')}</p>
          )}
        </section>
      ))}
    </StaffPage>
  );
}
