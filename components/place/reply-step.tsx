import { type AnswerStep, takenAs } from '#lib/domain/guidance/answer-step.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly seq: number;
  readonly step: AnswerStep | null;
  readonly taken: boolean;
  /** It is what this page is for: the latest answer, and not taken yet. */
  readonly main: boolean;
  /** The name of the service that it leads to; null where visitors do not see it any more. */
  readonly service: string | null;
}

/** What a guide's answer leads to, as one button. */
export function ReplyStep({ frame, seq, step, taken, main, service }: Props) {
  const { t } = frame;
  const kind = step && takenAs(step);
  if (step === null || kind === null) return null;
  return (
    <>
      {step.kind === 'step_up' ? <p>{t(`mine.message.up.${step.reason}`)}</p> : null}
      <Form frame={frame} action={paths.takeStep}>
        <input type="hidden" name="seq" value={seq} />
        <div className="actions">
          <Button kind={main ? 'pine' : 'plain'}>{buttonWords(t, kind, service)}</Button>
        </div>
      </Form>
      {taken ? <p className="note">{t('mine.message.taken')}</p> : null}
    </>
  );
}

function buttonWords(
  t: Translate,
  kind: NonNullable<ReturnType<typeof takenAs>>,
  service: string | null,
): string {
  if (kind !== 'service') return t(`mine.message.step.${kind}`);
  return service === null
    ? t('mine.message.step.serviceAny')
    : t('mine.message.step.service', { service });
}
