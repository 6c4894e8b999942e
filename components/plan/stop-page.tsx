import { Button } from '../form/button.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly token: string;
  /** What is still to come: reminders of a plan, or e-mails about answers. Null: nothing. */
  readonly waiting: 'reminders' | 'mail' | null;
}

/** Opened from an e-mail by a person, or by a scanner of links: only the button ends anything. */
export function StopPage({ frame, errors, token, waiting }: Props) {
  const { t } = frame;
  if (waiting === null) return <Stopped frame={frame} text={t('plan.stop.already')} />;
  const about = waiting === 'mail' ? 'plan.stop.mail' : 'plan.stop';
  return (
    <FormPage
      frame={frame}
      title={t('plan.stop.title')}
      errors={toldErrors(t, errors)}
      back={paths.home}
    >
      <p>{t(`${about}.lead`)}</p>
      <p>{t(`${about}.stays`)}</p>
      <Form frame={frame} action={paths.stop(token)}>
        <Button>{t(`${about}.button`)}</Button>
      </Form>
    </FormPage>
  );
}

/** Nothing more comes. */
export function Stopped({ frame, text }: { readonly frame: Frame; readonly text: string }) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('plan.stop.title')}>
      <Notice role="status">
        <p>{text}</p>
      </Notice>
      <p className="actions">
        <a href={href(paths.return)}>{t('plan.stop.back')}</a>
      </p>
    </Document>
  );
}
