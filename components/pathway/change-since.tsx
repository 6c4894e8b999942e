import type { Change } from '#lib/domain/screening/change.ts';
import type { Frame } from '../layout/frame.ts';
import type { FormName } from './form-result.ts';

/** How one form of the latest check differs from its first one. */
export interface Since {
  readonly instrument: FormName;
  /** Of the first check, in words. */
  readonly date: string;
  /** Null where it cannot be said. */
  readonly change: Change | null;
}

/**
 * The change in words, and beside it that a bad day alone makes the next score lower: regression to the mean, which
 * reads as a gain (Barnett, van der Pols & Dobson 2005, DOI 10.1093/ije/dyh299).
 */
export function ChangeSince({
  frame: { t },
  since,
}: {
  readonly frame: Frame;
  readonly since: readonly Since[];
}) {
  if (since.length === 0) return null;
  return (
    <>
      {since.map(({ instrument, date, change }) => (
        <p key={instrument}>
          {t(`place.overTime.since.${change ?? 'none'}`, {
            date,
            what: t(`result.about.${instrument}`),
          })}
        </p>
      ))}
      <p>{t('place.overTime.mean')}</p>
    </>
  );
}
