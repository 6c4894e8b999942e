import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  /** When the questions were answered last. */
  readonly answered: string;
  /** The first day on which they ask about other days than last time; null where it has come. */
  readonly early: string | null;
}

/** The same questions once more: why now, and that it is early where it is, which stops nobody. */
export function AnswerAgain({ frame, answered, early }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('mine.again.title')} back={paths.mine}>
      <p>{t('mine.again.last', { date: answered })}</p>
      <p>{early === null ? t('mine.again.why') : t('mine.again.early', { date: early })}</p>
      <p>{t('shell.storage')}</p>
      <Form frame={frame} action={paths.again}>
        <Button>{t(early === null ? 'mine.again.start' : 'mine.again.anyway')}</Button>
      </Form>
      <p className="actions">
        <a href={href(paths.mine)}>{t('mine.again.back')}</a>
      </p>
    </Document>
  );
}
