import { Button, ButtonLink } from '../form/button.tsx';
import { Details } from '../form/details.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { Slip } from '../layout/slip.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** 20 digits; null where none was made yet. */
  readonly code: string | null;
  /** On a shared device, once it was seen: it shows when it is asked for. */
  readonly folded?: boolean;
}

export function KeepCode({ code, folded = false, ...props }: Props) {
  return code === null ? (
    <MakeCode {...props} />
  ) : (
    <ShowCode frame={props.frame} code={code} folded={folded} />
  );
}

function MakeCode({ frame, errors }: Omit<Props, 'code'>) {
  const { t } = frame;
  return (
    <FormPage frame={frame} title={t('result.keep.makeTitle')} errors={toldErrors(t, errors)}>
      <p>{t('result.keep.makeLead')}</p>
      <p>{t('result.keep.only')}</p>
      <Form frame={frame} action={paths.keep}>
        <Button>{t('result.keep.make')}</Button>
      </Form>
      <p className="actions">
        <a href={frame.href(paths.mine)}>{t('result.keep.without')}</a>
      </p>
    </FormPage>
  );
}

interface Shown {
  readonly frame: Frame;
  readonly code: string;
  readonly folded: boolean;
}

function ShowCode({ frame, code, folded }: Shown) {
  const { t, href, service, shared } = frame;
  const slip = (
    <Slip
      t={t}
      heading={t('result.keep.private', { service: service.name })}
      groups={code.match(/\d{1,4}/g) ?? []}
      copy={!shared}
    />
  );
  return (
    <Document frame={frame} title={t('result.keep.title')}>
      <p>{t('result.keep.only')}</p>
      {folded ? <Details summary={t('result.keep.show')}>{slip}</Details> : slip}
      <p>{shared ? t('result.keep.howShared') : t('result.keep.how')}</p>
      {shared ? null : (
        <p className="no-print actions">
          <button className="button button-plain" type="button" hidden data-enhance="print">
            {t('shell.print')}
          </button>
          <a href={href(paths.keepText)}>{t('result.keep.text')}</a>
        </p>
      )}
      <p className="actions">
        <ButtonLink href={href(paths.keepCheck)}>{t('result.keep.continue')}</ButtonLink>
      </p>
    </Document>
  );
}
