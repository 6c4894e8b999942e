import type { Service, Slot } from '#lib/domain/referrals/service.ts';
import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FormError } from '../form/errors.ts';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { ChooseService } from '../public/choose-service.tsx';
import { ServiceEntry } from '../public/service-entry.tsx';

interface Props {
  readonly frame: Frame;
  readonly service: Service;
  /** Nobody has confirmed the entry for a long time. */
  readonly stale: boolean;
  readonly lines: readonly CrisisLine[];
  /** The form that chooses the service, for somebody with a result; null: no result yet. */
  readonly choice: Choice | null;
}

interface Choice {
  readonly slots: readonly Slot[];
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

const HAPPENS = [1, 2, 3, 4, 5] as const;

/** Everything for a first visit, and a human voice for today beside it: a referral alone can do harm. */
export function FirstVisit({ frame, service, stale, lines, choice }: Props) {
  const { t, href } = frame;
  const [line] = lines;
  const errors = choice?.errors ?? [];
  return (
    <Document
      frame={frame}
      title={t('care.visit.title')}
      back={paths.services}
      failed={errors.length > 0}
      headingless
    >
      <ErrorSummary t={t} errors={errors} />
      <h1>{t('care.visit.title')}</h1>
      <p className="actions">
        <ButtonLink kind="clay" href={telHref(service.phone)}>
          {t('care.visit.call', { phone: service.phone })}
        </ButtonLink>
      </p>
      <h2>{t('care.visit.say')}</h2>
      <p>{t('care.visit.sayWords')}</p>
      <p>{t('care.visit.sayEnough')}</p>
      <h2>{t('care.visit.happens')}</h2>
      <ol>
        {HAPPENS.map((n) => (
          <li key={n}>{t(`care.visit.happen${n}`)}</li>
        ))}
      </ol>
      <p>{t('care.visit.bring')}</p>
      <h2>{t('care.visit.whoKnows')}</h2>
      <p>{t('care.visit.whoKnowsText')}</p>
      <ServiceEntry frame={frame} service={service} stale={stale}>
        <p>
          <a className="alone" href={href(paths.serviceWrong(service.id))}>
            {t('public.services.wrong.link')}
          </a>
        </p>
      </ServiceEntry>
      {choice === null ? null : <ChooseService frame={frame} service={service} {...choice} />}
      <h2>{t('care.visit.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
      <p className="actions">
        <a href={href(paths.services)}>{t('care.visit.other')}</a>
      </p>
    </Document>
  );
}
