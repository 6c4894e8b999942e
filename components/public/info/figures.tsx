import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import type { ServiceFigures, Some } from '#lib/domain/evaluation/service-figures.ts';
import { longDate } from '#lib/i18n/dates.ts';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  /** Null: nothing was counted yet. */
  readonly view: { readonly counted: CountedAt; readonly figures: ServiceFigures } | null;
}

/** How many people go on, for everybody: each number with whom it is out of, and what it does not say. */
export function ServiceFiguresPage({ frame, view }: Props) {
  const { t, locale, service } = frame;
  return (
    <Document frame={frame} title={t('public.figures.title')} back={paths.about}>
      <p className="lead">{t('public.figures.lead')}</p>
      {service.demo && (
        <p>
          <b>{t('public.figures.madeUp')}</b>
        </p>
      )}
      <p>{t('public.figures.who')}</p>
      {view === null ? (
        <p>{t('public.figures.never')}</p>
      ) : (
        <>
          <p>
            <b>
              {t(`public.figures.${view.counted.kind}`, {
                date: longDate(locale, view.counted.day),
              })}
            </b>
          </p>
          <Counts frame={frame} figures={view.figures} />
        </>
      )}
      <h2>{t('public.figures.limits.title')}</h2>
      <p>{t('public.figures.limits.chosen')}</p>
      <p>{t('public.figures.limits.cause')}</p>
    </Document>
  );
}

function Counts({ frame, figures }: { readonly frame: Frame; readonly figures: ServiceFigures }) {
  const { t, lang, locale } = frame;
  const { agreed, finished, went, byCode, unheard, mostWent } = figures;
  return (
    <>
      <h2>{t('public.figures.check.title')}</h2>
      {agreed === null ? (
        <p>{t('public.figures.few')}</p>
      ) : (
        <p>{t('public.figures.check.agreed', { count: agreed })}</p>
      )}
      {finished && <p>{t('public.figures.check.finished', valuesOf(frame, finished))}</p>}
      <h2>{t('public.figures.gap.title')}</h2>
      {went === null ? (
        <p>{t('public.figures.few')}</p>
      ) : (
        <>
          <p>{t('public.figures.gap.went', valuesOf(frame, went))}</p>
          <p>{t('public.figures.gap.share', valuesOf(frame, went))}</p>
          <p>{t('public.figures.gap.rest')}</p>
          {byCode && <p>{t('public.figures.gap.byCode', valuesOf(frame, byCode))}</p>}
          {unheard && (
            <p>
              {t('public.figures.gap.unheard', valuesOf(frame, unheard))}
              {mostWent !== null &&
                `${gap(locale)}${t('public.figures.gap.ifAll', { most: percent(lang, mostWent) })}`}
            </p>
          )}
        </>
      )}
    </>
  );
}

const valuesOf = ({ lang }: Frame, { count, outOf, rate }: Some) => ({
  count,
  outOf,
  rate: percent(lang, rate),
});

const percent = (lang: string, share: number) =>
  new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(share);
