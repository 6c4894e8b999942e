import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { formatDate, gap } from '../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  /** ISO date of this statement. */
  readonly date: string;
  readonly contact: string | null;
}

export function AccessibilityPage({ frame, date, contact }: Props) {
  const { t, href, locale } = frame;
  return (
    <Document frame={frame} title={t('public.access.title')}>
      <p className="lead">{t('public.access.lead')}</p>
      <p className="actions">
        <ButtonLink href={href(paths.display)}>{t('public.access.action')}</ButtonLink>
      </p>
      <h2>{t('public.access.can.title')}</h2>
      <ul>
        <li>{t('public.access.can.keyboard')}</li>
        <li>{t('public.access.can.zoom')}</li>
        <li>{t('public.access.can.reader')}</li>
        <li>{t('public.access.can.script')}</li>
        <li>{t('public.access.can.colour')}</li>
        <li>{t('public.access.can.time')}</li>
      </ul>
      <h2>{t('public.access.gaps.title')}</h2>
      <ul>
        <li>{t('public.access.gaps.people')}</li>
        <li>{t('public.access.gaps.words')}</li>
        <li>{t('public.access.gaps.signs')}</li>
      </ul>
      <h2>{t('public.access.report.title')}</h2>
      <p>
        {t('public.access.report.form')}
        {gap(frame.locale)}
        <a href={href(paths.tellUs)}>{t('report.title')}</a>
      </p>
      <p>
        {contact === null
          ? t('public.access.report.nobody')
          : t('public.access.report.to', { contact })}
      </p>
      <p>
        {t('public.access.report.paper')}
        {gap(frame.locale)}
        <a href={href(paths.paper)}>{t('public.landing.paper')}</a>
      </p>
      <p className="note">{t('public.access.date', { date: formatDate(locale, date) })}</p>
    </Document>
  );
}
