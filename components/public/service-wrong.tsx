import { REPORT_KINDS } from '#lib/domain/referrals/report.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { Button, ButtonLink } from '../form/button.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly service: Service;
  readonly errors: readonly FormError[];
  /** It was sent. */
  readonly done: boolean;
}

/** "I called and it was wrong": what, from a list. After a call that led nowhere, other places come next. */
export function ServiceWrong({ frame, service, errors, done }: Props) {
  const { t, href, locale } = frame;
  const back = paths.service(service.id);
  if (done) {
    return (
      <Document frame={frame} title={t('public.services.wrong.doneTitle')} back={back}>
        <p>{t('public.services.wrong.done')}</p>
        <p className="actions">
          <ButtonLink href={href(paths.services)}>{t('public.services.wrong.others')}</ButtonLink>
        </p>
      </Document>
    );
  }
  return (
    <Document
      frame={frame}
      title={t('public.services.wrong.title')}
      back={back}
      failed={errors.length > 0}
      headingless
    >
      <ErrorSummary t={t} errors={errors} />
      <h1>{t('public.services.wrong.title')}</h1>
      <p>
        <strong>{service.name[locale]}</strong>
      </p>
      <p>{t('public.services.wrong.lead')}</p>
      <Form frame={frame} action={paths.serviceWrong(service.id)}>
        <RadioRows
          t={t}
          name="kind"
          legend={t('public.services.wrong.legend')}
          choices={REPORT_KINDS.map((kind) => ({
            value: kind,
            label: t(`public.services.wrong.kind.${kind}`),
          }))}
          error={errorFor(errors, 'kind')}
        />
        <Button>{t('public.services.wrong.button')}</Button>
      </Form>
    </Document>
  );
}
