import { Button, ButtonLink } from '../form/button.tsx';
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
}

export function KeepCode({ code, ...props }: Props) {
  return code === null ? <MakeCode {...props} /> : <ShowCode frame={props.frame} code={code} />;
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

function ShowCode({ frame, code }: { readonly frame: Frame; readonly code: string }) {
  const { t, href, service, shared } = frame;
  return (
    <Document frame={frame} title={t('result.keep.title')}>
      <p>{t('result.keep.only')}</p>
      <Slip
        t={t}
        heading={t('result.keep.private', { service: service.name })}
        groups={code.match(/\d{1,4}/g) ?? []}
        copy={!shared}
      />
      <p>{shared ? t('result.keep.howShared') : t('result.keep.how')}</p>
      {shared ? null : (
        <p className="no-print">
          <button className="button button-plain" type="button" hidden data-enhance="print">
            {t('shell.print')}
          </button>
        </p>
      )}
      <p className="actions">
        <ButtonLink href={href(paths.keepCheck)}>{t('result.keep.continue')}</ButtonLink>
      </p>
    </Document>
  );
}
