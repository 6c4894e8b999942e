import { LONGEST_PART, SAFETY_PARTS, type SafetyPlan } from '#lib/domain/plan/safety-plan.ts';
import type { CrisisLine, EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { TextArea } from '../form/text-area.tsx';
import { EmergencyCard } from '../layout/emergency-card.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** What was kept; null where nothing is. */
  readonly kept: SafetyPlan | null;
  /** There is a code under which it can be kept. */
  readonly canKeep: boolean;
  /** When a shared device forgets what was not sent; null on a private one. */
  readonly closes: string | null;
  /** It was kept, or emptied, a moment ago. */
  readonly done: boolean;
  readonly back: string;
  readonly emergency: EmergencyNumber | null;
  readonly lines: readonly CrisisLine[];
}

/** What helps when it gets hard, from the top down; kept for the person alone, or filled in on paper. */
export function HardTimes(props: Props) {
  const { frame, errors, kept, canKeep, done, back, emergency, lines } = props;
  const { t } = frame;
  const told = toldErrors(t, errors);
  return (
    <FormPage frame={frame} title={t('plan.safety.title')} errors={told} back={back}>
      {done ? (
        <Notice role="status">
          <p>{kept === null ? t('plan.safety.emptied') : t('plan.safety.kept')}</p>
        </Notice>
      ) : null}
      <p>{t('plan.safety.lead')}</p>
      {canKeep ? <Write {...props} errors={told} /> : <OnPaper frame={frame} />}
      <h2>{t('plan.safety.lines')}</h2>
      <EmergencyCard t={t} emergency={emergency} />
      {lines.slice(0, 2).map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <p className="note">{t('plan.safety.source')}</p>
      <p className="no-print">
        <button className="button button-plain" type="button" hidden data-enhance="print">
          {t('shell.print')}
        </button>
      </p>
    </FormPage>
  );
}

function Write({ frame, errors, values, kept, closes }: Props) {
  const { t } = frame;
  return (
    <>
      {kept === null ? null : <Kept frame={frame} kept={kept} />}
      <div className="no-print">
        {closes === null ? null : <p>{t('place.closes', { time: closes })}</p>}
        <Form frame={frame} action={paths.hardTimes}>
          {SAFETY_PARTS.map((part) => (
            <TextArea
              key={part}
              t={t}
              name={part}
              label={t(`plan.safety.part.${part}.label`)}
              hint={t(`plan.safety.part.${part}.hint`)}
              value={values[part] ?? kept?.[part]}
              error={errorFor(errors, part)}
              rows={3}
              maxLength={LONGEST_PART}
            />
          ))}
          <Button>{t('plan.safety.keep')}</Button>
        </Form>
      </div>
    </>
  );
}

/** In print only: what was kept, as text; on the screen it stands in the form. */
function Kept({ frame: { t }, kept }: { readonly frame: Frame; readonly kept: SafetyPlan }) {
  return (
    <div className="print-only">
      {SAFETY_PARTS.filter((part) => kept[part] !== '').map((part) => (
        <section key={part}>
          <h2>{t(`plan.safety.part.${part}.label`)}</h2>
          {kept[part].split('\n').map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be equal; their place tells them apart
            <p key={place}>{line}</p>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Room to write by hand. */
function OnPaper({ frame }: { readonly frame: Frame }) {
  const { t, href, locale } = frame;
  return (
    <>
      <p>
        {t('plan.safety.paper')}
        {gap(locale)}
        <a href={href(paths.keep)}>{t('plan.safety.needsCode')}</a>
      </p>
      {SAFETY_PARTS.map((part) => (
        <section key={part} className="by-hand">
          <h2>{t(`plan.safety.part.${part}.label`)}</h2>
          <p className="hint">{t(`plan.safety.part.${part}.hint`)}</p>
        </section>
      ))}
    </>
  );
}
