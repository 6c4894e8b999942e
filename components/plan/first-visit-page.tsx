import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';
import { FirstVisitText } from './first-visit-text.tsx';

/** What a first visit is, for reading: nothing is chosen here, and the plan, the list and help stay in reach. */
export function FirstVisitPage({ frame }: { readonly frame: Frame }) {
  const { t, href, locale } = frame;
  return (
    <Document frame={frame} title={t('care.read.title')}>
      <FirstVisitText t={t} as="h2" />
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
