import type { FoundServices, ServiceFilter } from '#lib/domain/referrals/find-services.ts';
import { pageOf } from '#lib/domain/referrals/pages.ts';
import { telHref } from '#lib/domain/safety/contact-links.ts';
import { ButtonLink } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { PageLinks } from '../layout/page-links.tsx';
import { paths } from '../layout/paths.ts';
import { colon, gap, join, listOf } from '../layout/shell/format.ts';
import { ChooseAtOnce } from './choose-service.tsx';
import { ServiceEntry } from './service-entry.tsx';
import { type FilterChoices, ServiceFilterForm } from './service-filter-form.tsx';

interface Props extends FilterChoices {
  readonly frame: Frame;
  readonly found: FoundServices;
  readonly filter: ServiceFilter;
  /** The part of the list that the address asks for. */
  readonly page?: string | undefined;
  /** What was chosen may have gone while somebody read. */
  readonly errors?: readonly FormError[];
  /** Somebody with a result can choose one here. */
  readonly canChoose: boolean;
}

/** As many as somebody reads, and as a slow line carries. */
const PAGE = 10;

/** The wishes that this page offers, by their labels. */
const WISHES = {
  area: 'public.services.area',
  mode: 'public.services.how',
  costKind: 'public.services.cost',
  language: 'public.services.languages',
  whoFor: 'public.services.whoFor',
} as const;

/** Get help without any questions. Never an empty list: too narrow a wish is widened, and said so. */
export function ServicesPage({
  frame,
  found,
  filter,
  page,
  canChoose,
  errors = [],
  ...choices
}: Props) {
  const { t } = frame;
  const { services, dropped } = found;
  const [first] = services;
  const paged = pageOf(services, PAGE, page);
  const wishes = dropped.flatMap((name) => (name in WISHES ? t(WISHES[name as 'area']) : []));
  const entries = paged.shown.map(({ service, stale }) => (
    <ServiceEntry key={service.id} frame={frame} service={service} stale={stale}>
      {canChoose ? (
        <p>
          <ChooseAtOnce frame={frame} service={service} />
        </p>
      ) : null}
      <p>
        <a className="alone" href={frame.href(paths.service(service.id))}>
          {t('care.visit.title')}
          {colon(frame.locale)}
          {service.name[frame.locale]}
        </a>
      </p>
    </ServiceEntry>
  ));
  return (
    <Document
      frame={frame}
      title={t('public.services.title')}
      failed={errors.length > 0}
      headingless
    >
      <ErrorSummary t={t} errors={errors.map(({ text }) => ({ field: '', text }))} />
      <h1>{t('public.services.title')}</h1>
      <p className="lead">{t('public.services.lead')}</p>
      <ServiceFilterForm frame={frame} filter={filter} {...choices} />
      {dropped.length > 0 ? (
        <Notice heading={t('public.services.widened.title')} role="status">
          <p>
            {join(frame.locale, [
              t('public.services.widened.body'),
              t('public.services.widened.which', { wishes: listOf(frame.locale, wishes) }),
            ])}
          </p>
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
      {canChoose ? (
        <Form frame={frame} action={paths.services}>
          {entries}
        </Form>
      ) : (
        entries
      )}
      <PageLinks frame={frame} paged={paged} pathOf={(to) => addressOf(filter, to)} />
    </Document>
  );
}

function addressOf(filter: ServiceFilter, page: number): string {
  const wishes = Object.entries({ ...filter, page }).flatMap(([name, wish]) =>
    wish === undefined ? [] : [[name, String(wish)]],
  );
  return `${paths.services}?${new URLSearchParams(wishes)}`;
}
