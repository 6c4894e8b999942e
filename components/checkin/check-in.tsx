import { CANCEL_REASONS, SOUGHT, TRIED_WHY, WENT } from '#lib/domain/pathway/payloads.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { CheckboxRows } from '../form/checkbox-rows.tsx';
import { Details } from '../form/details.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** The sentences of the plan, where this browser can open it. */
  readonly sentences: readonly string[];
  /** The plan is to meet somebody in person. */
  readonly inPerson: boolean;
  /** An appointment is said to be booked, and stands. */
  readonly booked: boolean;
  /** People to call, where the crisis floor asks for them. */
  readonly lines: readonly CrisisLine[];
}

/** Whether the step happened, without blame; what more is asked may all be left out. */
export function CheckIn({ frame, errors, values, sentences, inPerson, booked, lines }: Props) {
  const { t } = frame;
  const told = toldErrors(t, errors);
  const { went } = values;
  return (
    <FormPage frame={frame} title={t('checkin.title')} errors={told} back={paths.mine}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      {sentences.length === 0 ? null : (
        <section className="panel" aria-labelledby="planned">
          <h2 id="planned">{t('checkin.last')}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      <Form frame={frame} action={paths.checkIn}>
        <RadioRows
          t={t}
          name="went"
          legend={t('checkin.legend')}
          choices={WENT.map((value) => ({ value, label: t(`checkin.went.${value}`) }))}
          value={went}
          error={errorFor(told, 'went')}
        />
        <More frame={frame} values={values} inPerson={inPerson} booked={booked} />
        <Button>{t('checkin.send')}</Button>
      </Form>
    </FormPage>
  );
}

const NEED = ['0', '1', '2', '3', '4'] as const;

function More({
  frame: { t },
  values,
  inPerson,
  booked,
}: Pick<Props, 'frame' | 'values' | 'inPerson' | 'booked'>) {
  const { why, visit, needMet, waitingNow } = values;
  const ends: Readonly<Record<string, string>> = {
    0: `0 – ${t('checkin.needMetLeast')}`,
    4: `4 – ${t('checkin.needMetMost')}`,
  };
  return (
    <Details summary={t('checkin.more')}>
      <p>{t('checkin.moreHint')}</p>
      <RadioRows
        t={t}
        name="why"
        legend={t('checkin.why')}
        choices={TRIED_WHY.map((value) => ({ value, label: t(`checkin.whyChoice.${value}`) }))}
        value={why}
      />
      {inPerson ? (
        <RadioRows
          t={t}
          name="visit"
          legend={t('checkin.visit')}
          choices={[
            ...(['none', 'booked', 'been'] as const).map((value) => ({
              value,
              label: t(`checkin.visitChoice.${value}`),
            })),
            ...(booked ? CANCEL_REASONS : []).map((value) => ({
              value,
              label: t(`place.waiting.word.${value}`),
            })),
          ]}
          value={visit}
        />
      ) : null}
      <CheckboxRows
        t={t}
        name="sought"
        legend={t('checkin.sought')}
        choices={SOUGHT.map((value) => ({ value, label: t(`checkin.soughtChoice.${value}`) }))}
        values={(values['sought'] ?? '').split(',')}
      />
      <RadioRows
        t={t}
        name="needMet"
        legend={t('checkin.needMet')}
        choices={NEED.map((value) => ({ value, label: ends[value] ?? value }))}
        value={needMet}
      />
      {inPerson ? (
        <RadioRows
          t={t}
          name="waitingNow"
          legend={t('checkin.waiting')}
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`checkin.${value}`),
          }))}
          value={waitingNow}
        />
      ) : null}
    </Details>
  );
}
