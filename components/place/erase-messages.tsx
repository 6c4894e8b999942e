import { Button, ButtonLink } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  /** An answer is owed. */
  readonly waiting: boolean;
}

/** What is deleted and what stays, before it is done. */
export function EraseMessages({ frame, waiting }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('mine.message.erase.title')} back={paths.messages}>
      <p>{t('mine.message.erase.what')}</p>
      {waiting ? <p>{t('mine.message.erase.waiting')}</p> : null}
      <p>{t('mine.message.erase.stays')}</p>
      <Form frame={frame} action={paths.eraseMessages}>
        <div className="actions">
          <Button>{t('mine.message.erase.button')}</Button>
          <ButtonLink kind="plain" href={href(paths.messages)}>
            {t('mine.message.erase.keep')}
          </ButtonLink>
        </div>
      </Form>
    </Document>
  );
}
