import type { ReminderLead, ReminderLevel } from '#lib/domain/plan/reminder.ts';
import { Button } from '../form/button.tsx';
import { CheckboxRows } from '../form/checkbox-rows.tsx';
import { Details } from '../form/details.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { InlineError } from '../form/inline-error.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { TextField } from '../form/text-field.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { PlanPage, type PlanPageProps } from './plan-page.tsx';
import type { MessageWords } from './reminder-words.ts';

/** What can be sent, and its exact words. */
export interface RemindOffer {
  /** When it can go out, in words, the usual time first; none: it is too late for a message before the plan. */
  readonly times: readonly { readonly lead: ReminderLead; readonly when: string }[];
  /** The e-mail of each level, and whom it comes from; null where this service sends none. */
  readonly mail: {
    readonly from: { readonly name: string; readonly address: string };
    readonly levels: readonly {
      readonly level: ReminderLevel;
      readonly first: MessageWords;
      /** Where a second one is asked for. */
      readonly second: MessageWords;
    }[];
  } | null;
  /** The key that a browser subscribes with, and the title that would be shown. */
  readonly push: { readonly key: string; readonly subject: string };
}

interface Props extends PlanPageProps {
  readonly offer: RemindOffer;
}

/** The plan in whole, and how to be reminded of it. */
export function RemindPage({ frame, errors, values, sentences, offer }: Props) {
  const { t, shared } = frame;
  const { times, mail } = offer;
  const when = times[0]?.when ?? null;
  const email =
    mail === null || when === null
      ? []
      : [
          {
            value: 'email',
            label: t('plan.remind.email'),
            hint: t('plan.remind.emailHint', { when }),
          },
        ];
  // A file stays behind on a device that others use.
  const calendar = {
    value: 'calendar',
    label: t('plan.remind.calendar'),
    hint: t('plan.remind.calendarHint'),
  };
  const none = { value: 'none', label: t('plan.remind.none') };
  return (
    <PlanPage
      frame={frame}
      errors={errors}
      sentences={sentences}
      title={t('plan.remind.title')}
      back={paths.planAnswer}
    >
      {when === null ? <Notice>{t('plan.remind.tooSoon')}</Notice> : null}
      <Form frame={frame} action={paths.planRemind}>
        <RadioRows
          t={t}
          name="reminder"
          legend={t('plan.remind.legend')}
          choices={[...email, ...(shared ? [] : [calendar]), none]}
          value={values['reminder']}
          error={errorFor(errors, 'reminder')}
        />
        {mail === null || when === null ? null : (
          <Mail frame={frame} errors={errors} values={values} times={times} mail={mail} />
        )}
        <Button>{t('plan.remind.keep')}</Button>
        {shared || when === null ? null : <Push frame={frame} errors={errors} push={offer.push} />}
      </Form>
    </PlanPage>
  );
}

interface MailProps {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly times: RemindOffer['times'];
  readonly mail: NonNullable<RemindOffer['mail']>;
}

/** Whom to write to and how much to say: out of sight until an e-mail is chosen, where a browser can (`:has`). */
function Mail({ frame, errors, values, times, mail: { from, levels } }: MailProps) {
  const { t, shared } = frame;
  return (
    <div className="if-email">
      <TextField
        t={t}
        name="email"
        type="email"
        label={t('plan.remind.address')}
        hint={t('plan.remind.addressHint')}
        value={values['email']}
        error={errorFor(errors, 'email')}
        // A browser that offers it again tells whoever uses the device next.
        autoComplete={shared ? 'off' : 'email'}
        maxLength={254}
        spellCheck={false}
      />
      {times.length < 2 ? null : (
        <RadioRows
          t={t}
          name="lead"
          legend={t('plan.remind.lead')}
          choices={times.map(({ lead, when }) => ({
            value: lead,
            label: t(`plan.remind.leads.${lead}`),
            hint: when,
          }))}
          value={values['lead']}
        />
      )}
      <RadioRows
        t={t}
        name="level"
        legend={t('plan.remind.level')}
        hint={t('plan.remind.levelHint')}
        choices={levels.map(({ level }) => ({
          value: level,
          label: t(`plan.remind.levels.${level}`),
        }))}
        value={values['level']}
        error={errorFor(errors, 'level')}
      />
      <CheckboxRows
        t={t}
        name="again"
        legend={t('plan.remind.more')}
        choices={[
          { value: 'yes', label: t('plan.remind.again'), hint: t('plan.remind.againHint') },
        ]}
        values={values['again'] ? ['yes'] : []}
      />
      {levels.map(({ level, first, second }) => (
        <Details
          key={level}
          summary={t('plan.remind.preview', { level: t(`plan.remind.levels.${level}`) })}
        >
          <p>{t('plan.remind.from', from)}</p>
          <p>{t('plan.remind.subject', { subject: first.subject })}</p>
          <p className="whitespace-pre-line">{first.text}</p>
          <p>
            <strong>{t('plan.remind.second')}</strong>
          </p>
          <p className="whitespace-pre-line">{second.text}</p>
        </Details>
      ))}
    </div>
  );
}

interface PushProps {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly push: RemindOffer['push'];
}

/** Only a script can ask a browser for it, so only the script shows it. */
function Push({ frame: { t, assets }, errors, push: { key, subject } }: PushProps) {
  if (assets.push === null) return null;
  return (
    <div className="mt-8" hidden data-push={key} data-script={assets.push}>
      <InlineError t={t} name="push" text={errorFor(errors, 'push')} />
      <input type="hidden" name="push" defaultValue="" />
      <p>
        <button className="button button-plain" id="push" type="button">
          {t('plan.remind.push')}
        </button>
      </p>
      <p className="hint">{t('plan.remind.pushHint', { subject })}</p>
      <p role="status" hidden>
        {t('plan.remind.pushFailed')}
      </p>
    </div>
  );
}
