import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly counted: CountedAt | null;
}

/** When the figures of a page were counted. */
export function CountedAtWords({ frame: { t, locale }, counted }: Props) {
  if (counted === null) return <p>{t('research.counted.never')}</p>;
  const date = longDate(locale, counted.day);
  return (
    <p className="mt-6">
      <b>
        {t(counted.kind === 'up_to' ? 'research.counted.upTo' : 'research.counted.on', { date })}
      </b>
    </p>
  );
}
