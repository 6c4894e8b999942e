import type { FoundServices, ServiceFilter } from '#lib/domain/referrals/find-services.ts';
import { telHref } from '#lib/domain/safety/contact-links.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { colon, gap } from '../layout/shell/format.ts';
import { ServiceEntry } from './service-entry.tsx';
import { type FilterChoices, ServiceFilterForm } from './service-filter-form.tsx';

interface Props extends FilterChoices {
  readonly frame: Frame;
  readonly found: FoundServices;
  readonly filter: ServiceFilter;
}

/** Get help without any questions. Never an empty list: too narrow a wish is widened, and said so. */
export function ServicesPage({ frame, found, filter, ...choices }: Props) {
  const { t } = frame;
  const { services, dropped } = found;
  const [first] = services;
  return (
    <Document frame={frame} title={t('public.services.title')}>
      <p className="lead">{t('public.services.lead')}</p>
      <ServiceFilterForm frame={frame} filter={filter} {...choices} />
      {dropped.length > 0 ? (
        <Notice heading={t('public.services.widened.title')} role="status">
          <p>{t('public.services.widened.body')}</p>
        </Notice>
      ) : null}
      {first ? (
        <p className="actions">
          <ButtonLink kind="clay" href={telHref(first.service.phone)}>
            {t('public.services.callFirst', { name: first.service.name[frame.locale] })}
          </ButtonLink>
        </p>
      ) : (
        <Notice heading={t('public.services.none.title')}>
          <p>
            {t('public.services.none.body')}
            {gap(frame.locale)}
            <a href={frame.href(paths.help)}>{t('shell.helpNow')}</a>
          </p>
        </Notice>
      )}
      {services.map(({ service, stale }) => (
        <ServiceEntry key={service.id} frame={frame} service={service} stale={stale}>
          <p>
            <a className="alone" href={frame.href(paths.service(service.id))}>
              {t('care.visit.title')}
              {colon(frame.locale)}
              {service.name[frame.locale]}
            </a>
          </p>
        </ServiceEntry>
      ))}
    </Document>
  );
}
