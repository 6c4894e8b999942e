import { WHY_NOT } from '#lib/domain/pathway/payloads.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button, ButtonLink } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** The choice was kept. */
  readonly done: boolean;
  /** From when answering again is suggested. */
  readonly recheckDate: string | null;
  readonly hasCode: boolean;
  readonly lines: readonly CrisisLine[];
}

/** Stopping with dignity: nothing happens unless it is asked for, and the way back stays open. */
export function NotToday(props: Props) {
  const { frame, errors, done, lines } = props;
  const { t } = frame;
  const [line] = lines;
  const told = toldErrors(t, errors);
  return (
    <FormPage frame={frame} title={t('result.notToday.title')} errors={told} back={paths.next}>
      <p>{t('result.notToday.nothing')}</p>
      {done ? <Kept {...props} /> : <Ask {...props} errors={told} />}
      <h2>{t('result.notToday.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </FormPage>
  );
}

function Ask({ frame, errors, values, recheckDate }: Props) {
  const { t } = frame;
  const { ask, reason } = values;
  const suggested = recheckDate === null ? null : t('mine.place.ask', { date: recheckDate });
  return (
    <>
      {suggested === null ? null : <p>{suggested}</p>}
      <Form frame={frame} action={paths.notToday}>
        <RadioRows
          t={t}
          name="ask"
          legend={t('result.notToday.legend')}
          hint={t('result.notToday.hint')}
          choices={[
            { value: '14', label: t('result.notToday.in14') },
            { value: '30', label: t('result.notToday.in30') },
            { value: 'no', label: t('result.notToday.no') },
          ]}
          value={ask}
          error={errorFor(errors, 'ask')}
        />
        <RadioRows
          t={t}
          name="reason"
          legend={t('result.notToday.why')}
          hint={t('result.notToday.whyHint')}
          choices={WHY_NOT.filter((one) => one !== 'no_answer').map((value) => ({
            value,
            label: t(`result.notToday.reason.${value}`),
          }))}
          value={reason}
        />
        <Button>{t('result.notToday.save')}</Button>
      </Form>
    </>
  );
}

function Kept({ frame, hasCode }: Props) {
  const { t, href } = frame;
  return (
    <>
      <Notice role="status">
        <p>{t('result.notToday.kept')}</p>
      </Notice>
      <p>{t('result.notToday.smallThing')}</p>
      <p>{t('result.notToday.back')}</p>
      <p className="actions">
        {hasCode ? (
          <ButtonLink href={href(paths.mine)}>{t('result.ready.myPlace')}</ButtonLink>
        ) : (
          <ButtonLink href={href(paths.keep)}>{t('result.keep.make')}</ButtonLink>
        )}
        <a href={href(paths.other)}>{t('result.notToday.change')}</a>
      </p>
    </>
  );
}
