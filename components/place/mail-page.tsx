import { retentionDays } from '#lib/domain/access/retention.ts';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import { Button } from '../form/button.tsx';
import { Details } from '../form/details.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { TextField } from '../form/text-field.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';
import type { MailWords } from './mail-words.ts';

/** What can be sent, and whom it comes from. */
export interface MailOffer {
  readonly from: { readonly name: string; readonly address: string };
  readonly letters: readonly MailWords[];
}

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** What goes out now, or why nothing does any more; null: nothing was asked for. */
  readonly state: MailKind | MailEnd | null;
  /** Null: this service sends no e-mail. */
  readonly offer: MailOffer | null;
}

/** Where the answers of one thread go, and how much they say. */
export function MailPage({ frame, errors, values, state, offer }: Props) {
  const { t } = frame;
  const told = toldErrors(t, errors);
  const isOn = state === 'there' || state === 'answer';
  return (
    <FormPage frame={frame} title={t('mine.mail.title')} errors={told} back={paths.messages}>
      <Notice>
        <p>{t(`mine.mail.state.${state ?? 'off'}`)}</p>
      </Notice>
      {isOn ? (
        <Form frame={frame} action={paths.mail}>
          <p>{t('mine.mail.endHint')}</p>
          <Button kind="plain" name="end" value="yes">
            {t('mine.mail.end')}
          </Button>
        </Form>
      ) : null}
      {offer === null ? null : (
        <>
          {isOn ? <h2>{t('mine.mail.change')}</h2> : null}
          <Order frame={frame} errors={told} values={values} offer={offer} />
        </>
      )}
    </FormPage>
  );
}

interface OrderProps extends Pick<Props, 'frame' | 'errors' | 'values'> {
  readonly offer: MailOffer;
}

function Order({ frame, errors, values, offer: { from, letters } }: OrderProps) {
  const { t, shared } = frame;
  const choices = letters.map(({ kind }) => ({
    value: kind,
    label: t(`mine.mail.kinds.${kind}`),
    ...(kind === 'answer' ? { hint: t('mine.mail.whoReads') } : {}),
  }));
  return (
    <Form frame={frame} action={paths.mail}>
      <TextField
        t={t}
        name="email"
        type="email"
        label={t('mine.mail.address')}
        hint={t('mine.mail.addressHint', { days: retentionDays('answer_contact') })}
        value={values['email']}
        error={errorFor(errors, 'email')}
        // A browser that offers it again tells whoever uses the device next.
        autoComplete={shared ? 'off' : 'email'}
        maxLength={254}
        spellCheck={false}
      />
      <RadioRows
        t={t}
        name="kind"
        legend={t('mine.mail.kind')}
        hint={t('mine.mail.kindHint')}
        choices={choices}
        value={values['kind']}
        error={errorFor(errors, 'kind')}
      />
      {letters.map((letter) => (
        <Details
          key={letter.kind}
          summary={t('mine.mail.preview', { kind: t(`mine.mail.kinds.${letter.kind}`) })}
        >
          <p>{t('mine.mail.from', from)}</p>
          <p>{t('mine.mail.subject', { subject: letter.subject })}</p>
          <p>{letter.before}</p>
          {letter.kind === 'answer' ? (
            <p>
              <em>{t('mine.mail.here')}</em>
            </p>
          ) : null}
          <p className="whitespace-pre-line">{letter.after}</p>
        </Details>
      ))}
      <Button>{t('mine.mail.keep')}</Button>
    </Form>
  );
}
