import type { ReactNode } from 'react';
import type { Service } from '#lib/domain/referrals/service.ts';
import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { Frame } from '../layout/frame.ts';
import { formatDate, join, languageName, listOf } from '../layout/shell/format.ts';
import { SummaryList } from '../layout/summary-list.tsx';

interface Props {
  readonly frame: Pick<Frame, 't' | 'locale'>;
  readonly service: Service;
  /** Nobody has confirmed the entry for a long time: said beside it. */
  readonly stale: boolean;
  /** What to do with it, e.g. a form that chooses it. */
  readonly children?: ReactNode;
}

/** One service with what people ask first: cost, wait, hours, how to book. */
export function ServiceEntry({ frame, service, stale, children }: Props) {
  const { t, locale } = frame;
  const languages = service.languages.map((code) => languageName(locale, code));
  const modes = service.modes.map((mode) => t(`public.services.mode.${mode}`));
  return (
    <article className="entry">
      <h2>{service.name[locale]}</h2>
      {service.fictitious ? (
        <p className="note">
          <strong>{t('public.services.example')}</strong>
        </p>
      ) : null}
      <p>{service.what[locale]}</p>
      <SummaryList
        pairs={[
          { term: t('public.services.whoFor'), value: service.whoFor[locale] },
          { term: t('public.services.cost'), value: service.cost[locale] },
          { term: t('public.services.wait'), value: waitOf(frame, service) },
          { term: t('public.services.hours'), value: service.hours[locale] },
          { term: t('public.services.how'), value: modes.join(' · ') },
          { term: t('public.services.languages'), value: listOf(locale, languages) },
          { term: t('public.services.area'), value: service.area },
          {
            term: t('public.services.access'),
            value: t(service.stepFree ? 'public.services.stepFree' : 'public.services.steps'),
          },
          { term: t('public.services.book'), value: service.howToBook[locale] },
          {
            term: t('public.services.phone'),
            value: (
              <a className="phone" href={telHref(service.phone)}>
                {service.phone}
              </a>
            ),
          },
        ]}
      />
      {service.url ? (
        <p>
          <a className="alone" href={service.url} rel="noreferrer">
            {t('public.services.site', { name: service.name[locale] })}
          </a>
        </p>
      ) : null}
      {children}
      <p className="note">
        {join(locale, [
          t('public.services.checked', { date: formatDate(locale, service.assuredDate) }),
          stale && t('public.services.stale'),
        ])}
      </p>
    </article>
  );
}

function waitOf({ t }: Pick<Frame, 't'>, service: Service): string {
  if (service.walkIn) return t('public.services.walkIn');
  if (service.waitDays === null) return t('public.services.waitUnknown');
  return service.waitDays < 14
    ? t('public.services.waitDays', { days: service.waitDays })
    : t('public.services.waitWeeks', { weeks: Math.round(service.waitDays / 7) });
}
