import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';

/** As long to read as the plan is to make; each with three paragraphs. */
const PARTS = ['talk', 'people', 'asks', 'after', 'wait', 'money', 'private'] as const;

/** What a first visit is, for reading: nothing is chosen here, and the plan, the list and help stay in reach. */
export function FirstVisitPage({ frame }: { readonly frame: Frame }) {
  const { t, href, locale } = frame;
  return (
    <Document frame={frame} title={t('care.read.title')}>
      <p className="lead">{t('care.read.lead')}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`care.read.${part}.title`)}</h2>
          <p>{t(`care.read.${part}.first`)}</p>
          <p>{t(`care.read.${part}.second`)}</p>
          <p>{t(`care.read.${part}.third`)}</p>
        </section>
      ))}
      <p>
        {t('care.read.soon')}
        {gap(locale)}
        <a href={href(paths.help)}>{t('shell.helpNow')}</a>
      </p>
      <p className="actions">
        <ButtonLink href={href(paths.ready)}>{t('plan.continue')}</ButtonLink>
        <a href={href(paths.plan)}>{t('care.read.planToo')}</a>
        <a href={href(paths.services)}>{t('public.landing.services')}</a>
      </p>
    </Document>
  );
}
