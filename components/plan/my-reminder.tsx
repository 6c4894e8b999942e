import type { SentChannel } from '#lib/domain/plan/reminder.ts';
import { Button, ButtonLink } from '../form/button.tsx';
import type { FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** When the next message comes, in words; null: none is waiting. */
  readonly waiting: { readonly channel: SentChannel; readonly when: string } | null;
}

/** What is waiting, and the button that ends it. */
export function MyReminder({ frame, errors, waiting }: Props) {
  const { t, href } = frame;
  return (
    <FormPage
      frame={frame}
      title={t('plan.reminder.title')}
      errors={toldErrors(t, errors)}
      back={paths.mine}
    >
      {waiting === null ? (
        <>
          <Notice>
            <p>{t('plan.reminder.over')}</p>
          </Notice>
          <p>{t('plan.reminder.new')}</p>
          <p className="actions">
            <ButtonLink href={href(paths.plan)}>{t('plan.ready.change')}</ButtonLink>
          </p>
        </>
      ) : (
        <>
          <p>{t(`plan.reminder.waiting.${waiting.channel}`, { when: waiting.when })}</p>
          <p>{t('plan.reminder.what')}</p>
          <Form frame={frame} action={paths.planReminder}>
            <Button>{t('plan.reminder.stop')}</Button>
          </Form>
        </>
      )}
    </FormPage>
  );
}
