import type { Service } from '#lib/domain/referrals/service.ts';
import { telHref } from '#lib/domain/safety/contact-links.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button, ButtonLink } from '../form/button.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { Slip } from '../layout/slip.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly service: Service;
  /** Null where none was made, or the last one has run out. */
  readonly visit: { readonly groups: readonly string[]; readonly until: string } | null;
  readonly lines: readonly CrisisLine[];
}

/** The visit code beside the place it is for, and a human voice for today: a referral alone can do harm. */
export function VisitPage({ frame, errors, service, visit, lines }: Props) {
  const { t, href, locale, shared } = frame;
  const [line] = lines;
  return (
    <FormPage
      frame={frame}
      title={t('care.code.title')}
      errors={toldErrors(t, errors)}
      back={paths.ready}
    >
      <p>{t('care.code.forService', { service: service.name[locale] })}</p>
      {visit === null ? (
        <Form frame={frame} action={paths.visit}>
          <p>{t('care.code.what')}</p>
          <Button>{t('care.code.make')}</Button>
        </Form>
      ) : (
        <Slip t={t} heading={t('care.code.slip')} groups={visit.groups} copy={!shared}>
          <p>{t('care.code.what')}</p>
          <p>{t('care.code.until', { date: visit.until })}</p>
          <p>{t('care.code.alone')}</p>
          <p className="print-only by-hand">{t('place.whoKnows.nameLine')}</p>
        </Slip>
      )}
      <p className="actions">
        <ButtonLink kind="clay" href={telHref(service.phone)}>
          {t('care.visit.call', { phone: service.phone })}
        </ButtonLink>
        <a href={href(paths.service(service.id))}>{t('care.code.more')}</a>
        <a href={href(paths.mine)}>{t('result.ready.myPlace')}</a>
      </p>
      <h2>{t('care.visit.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </FormPage>
  );
}
