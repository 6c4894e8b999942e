import type { Door } from '#lib/domain/community/door.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';

interface Props {
  readonly frame: Frame;
  readonly door: Door;
}

/** When moderators are here, and what that means for writing now. */
export function Moderators({ frame, door }: Props) {
  const { t } = frame;
  const here = door.why === null;
  return (
    <>
      <p>{here ? sayHere(frame, door.until) : sayNext(frame, door.next)}</p>
      {door.why === 'away' || door.why === 'stalled' || door.why === 'unattended' ? (
        <Notice>
          <p>{t(`group.shut.${door.why}`)}</p>
        </Notice>
      ) : null}
    </>
  );
}

function sayHere({ t, locale }: Frame, until: LocalTime | null): string {
  if (until === null) return t('group.hours.always');
  return t('group.hours.here', { until: dateTimeText(locale, until.day, until.minute) });
}

function sayNext({ t, locale }: Frame, next: LocalTime | null): string {
  if (next === null) return t('group.hours.unknown');
  return t('group.hours.next', { next: dateTimeText(locale, next.day, next.minute) });
}
