import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { Button, ButtonLink } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';

interface Props {
  readonly frame: Frame;
  readonly parts: readonly { readonly part: Part; readonly until: LocalTime | null }[];
  readonly zone: string;
  /** What the last post did. */
  readonly told: string | undefined;
}

/** Every part that can be closed, with its state. Help is none of them. */
export function Pauses({ frame, parts, zone, told }: Props) {
  const { t, href, locale } = frame;
  return (
    <StaffPage frame={frame} title={t('roster.pause.title')} current="pause">
      {told === 'paused' || told === 'reopened' ? (
        <Notice role="status">
          <p>{t(`roster.pause.told.${told}`)}</p>
        </Notice>
      ) : null}
      <p>{t('roster.pause.lead')}</p>
      <p className="note">{t('roster.zone', { zone })}</p>
      {parts.map(({ part, until }) => (
        <section key={part} aria-labelledby={part}>
          <h2 id={part}>{t(`roster.pause.part.${part}`)}</h2>
          <p>
            <strong>
              {until === null
                ? t('roster.pause.open')
                : t('roster.pause.closed', { when: formatWhen(locale, until) })}
            </strong>
          </p>
          <p>{t(`roster.pause.what.${part}`)}</p>
          <div className="actions">
            {until === null ? null : (
              <Form frame={frame} action={staffDo(staffPaths.pause, 'reopen')}>
                <input type="hidden" name="part" value={part} />
                <Button kind="dusk">
                  {t('roster.pause.reopen')}
                  <span className="unseen-always"> {t(`roster.pause.part.${part}`)}</span>
                </Button>
              </Form>
            )}
            <ButtonLink kind="plain" href={href(staffPaths.pausePart(part))}>
              {t(until === null ? 'roster.pause.title' : 'roster.pause.change')}
              <span className="unseen-always"> {t(`roster.pause.part.${part}`)}</span>
            </ButtonLink>
          </div>
        </section>
      ))}
    </StaffPage>
  );
}
