import type { Since } from '#components/pathway/change-since.tsx';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { ViewedOverTime } from '#lib/usecases/visitor/place/view-over-time.ts';
import { isShown } from './form-results.ts';

/** The change of each form of the latest check, in the words of one language. */
export function sinceOf(
  locale: Locale,
  viewed: Pick<ViewedOverTime, 'overTime' | 'dateOf'> | null,
): readonly Since[] {
  return (viewed?.overTime?.since ?? []).flatMap(({ instrument, day, change }) =>
    viewed && isShown(instrument)
      ? [{ instrument, date: longDate(locale, viewed.dateOf(day)), change }]
      : [],
  );
}
