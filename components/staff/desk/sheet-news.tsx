import type { Translate } from '#lib/i18n/translate.ts';
import { Notice } from '../../layout/notice.tsx';

type Reason = Parameters<Translate>[0] extends infer Key
  ? Key extends `desk.enter.reason.${infer Name}`
    ? Name
    : never
  : never;

export interface LinesLeft {
  readonly recorded: number;
  readonly left: readonly {
    /** Empty where it may not be shown again. */
    readonly typed: string;
    readonly why: Reason;
  }[];
}

/** What became of a sheet: how many were recorded, and each line that was not, with its reason. */
export function SheetNews({ t, news }: { readonly t: Translate; readonly news: LinesLeft }) {
  const { recorded, left } = news;
  return (
    <Notice role="status" heading={t('desk.enter.recorded', { count: recorded })}>
      {left.length === 0 ? <p>{t('desk.enter.shred')}</p> : null}
      {left.length === 0 ? null : (
        <>
          <p>{t('desk.enter.left', { count: left.length })}</p>
          <ul>
            {left.map(({ typed, why }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be equal; their place tells them apart
              <li key={place}>
                <b>{typed === '' ? t('desk.enter.hidden') : typed}</b>
                {' – '}
                {t(`desk.enter.reason.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
