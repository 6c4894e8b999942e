import type { Day } from '#lib/domain/basics/ids.ts';
import type { Span } from '#lib/domain/roster/hours.ts';
import { dateText, timeText } from '#lib/i18n/dates.ts';
import type { Frame } from '../../layout/frame.ts';
import { listOf } from '../../layout/shell/format.ts';
import { SummaryList } from '../../layout/summary-list.tsx';

export interface DayHours {
  readonly day: Day;
  readonly spans: readonly Span[];
}

interface Props {
  readonly frame: Frame;
  readonly hours: readonly DayHours[];
  readonly zone: string;
}

/** When guides answer, day by day. */
export function GuideHours({ frame, hours, zone }: Props) {
  const { t, locale } = frame;
  const spanText = ({ from, to }: Span) =>
    t('public.about.hours.span', { from: timeText(locale, from), to: timeText(locale, to) });
  return (
    <>
      <h2>{t('public.about.hours.title')}</h2>
      <p>{t('public.about.hours.lead', { zone })}</p>
      <SummaryList
        pairs={hours.map(({ day, spans }) => ({
          term: dateText(locale, day),
          value:
            spans.length === 0 ? t('public.about.hours.none') : listOf(locale, spans.map(spanText)),
        }))}
      />
    </>
  );
}
