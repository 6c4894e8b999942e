import { Notice } from '../../layout/notice.tsx';
import { clockTime } from './moment.ts';
import type { ThreadProps } from './thread-view.ts';

/** Colleagues who are at this thread now. */
export function WhoIsHere({ frame, timeZone, view: { present } }: ThreadProps) {
  const { t } = frame;
  if (present.length === 0) return null;
  return (
    <Notice>
      {present.map(({ name, since, replying }) => (
        <p key={name}>
          {replying
            ? t('inbox.thread.replying', { name })
            : t('inbox.thread.looking', { name, time: clockTime(timeZone, since) })}
        </p>
      ))}
    </Notice>
  );
}
