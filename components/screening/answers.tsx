import { Button } from '../form/button.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { SummaryList } from '../layout/summary-list.tsx';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly rows: readonly {
    readonly n: number;
    readonly item: string;
    readonly answer: string;
    /** Path of the question. */
    readonly href: string;
  }[];
}

/** Everything that was answered, each with the way to change it. */
export function Answers({ frame, errors, rows }: Props) {
  const { t, href } = frame;
  return (
    <FormPage
      frame={frame}
      title={t('check.answers.title')}
      errors={toldErrors(t, errors)}
      back={paths.next}
    >
      <p>{t('check.answers.lead')}</p>
      <SummaryList
        pairs={rows.map(({ n, item, answer, href: path }) => ({
          term: `${n}. ${item}`,
          value: answer,
          action: {
            href: href(path),
            text: t('shell.change'),
            about: t('check.answers.changeHidden', { n }),
          },
        }))}
      />
      <Form frame={frame} action={paths.answers}>
        <Button>{t('check.answers.save')}</Button>
      </Form>
    </FormPage>
  );
}
