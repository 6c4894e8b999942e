import type { ReactNode } from 'react';
import { LANG } from '#lib/domain/basics/locale.ts';
import type { Localised, Service } from '#lib/domain/referrals/service.ts';
import { writtenIn } from '#lib/domain/referrals/slots.ts';
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
  const written = writtenIn(service, locale);
  const said = (words: Localised): ReactNode =>
    written === locale ? words[locale] : <span lang={LANG[written]}>{words[locale]}</span>;
  return (
    <article className="entry">
      <h2>{said(service.name)}</h2>
      {service.fictitious ? (
        <p className="note">
          <strong>{t('public.services.example')}</strong>
        </p>
      ) : null}
      <p>{said(service.what)}</p>
      {written === locale ? null : (
        <p className="note">
          {t('public.services.onlyIn', { language: languageName(locale, SPOKEN[written]) })}
        </p>
      )}
      <SummaryList
        pairs={[
          { term: t('public.services.whoFor'), value: said(service.whoFor) },
          { term: t('public.services.cost'), value: said(service.cost) },
          { term: t('public.services.wait'), value: waitOf(frame, service) },
          { term: t('public.services.hours'), value: said(service.hours) },
          { term: t('public.services.how'), value: modes.join(' · ') },
          { term: t('public.services.languages'), value: listOf(locale, languages) },
          { term: t('public.services.area'), value: service.area },
          {
            term: t('public.services.access'),
            value: t(accessOf(service)),
          },
          { term: t('public.services.book'), value: said(service.howToBook) },
          ...personOf(frame, service),
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

/** The language of the words, where they are not in that of the page. */
const SPOKEN = { en: 'en', 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant' } as const;

function accessOf({ stepFree }: Service) {
  if (stepFree === null) return 'public.services.accessUnknown';
  return stepFree ? 'public.services.stepFree' : 'public.services.steps';
}

function personOf({ t }: Pick<Frame, 't'>, { personToAskFor }: Service) {
  return personToAskFor === null
    ? []
    : [{ term: t('public.services.person'), value: personToAskFor }];
}

/** A wait goes out of date: it says on which day it was true. */
function waitOf({ t, locale }: Pick<Frame, 't' | 'locale'>, service: Service): string {
  if (service.walkIn) return t('public.services.walkIn');
  if (service.waitDays === null) return t('public.services.waitUnknown');
  const wait =
    service.waitDays < 14
      ? t('public.services.waitDays', { days: service.waitDays })
      : t('public.services.waitWeeks', { weeks: Math.round(service.waitDays / 7) });
  if (service.waitSeen === null) return wait;
  return t('public.services.waitOn', { wait, date: formatDate(locale, service.waitSeen) });
}
