import { LOCALES } from '#lib/domain/basics/locale.ts';
import { WAY_IDS, WAYS } from '#lib/domain/bridges/ways.ts';
import {
  ANALYSES,
  COMPARED_BANDS,
  HORIZONS,
  SECONDARIES,
} from '#lib/domain/evaluation/trials/registration.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import { Select } from '../../form/select.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { colon, gap } from '../../layout/shell/format.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { sayDetectable } from './detectable.ts';
import type { Typed } from './form-values.ts';
import { WaysShown } from './ways-shown.tsx';

interface Props {
  readonly frame: Frame;
  readonly id: string;
  readonly code: string;
  readonly revision: number;
  readonly values: Typed;
  /** What is saved: other than what stands in the fields after a post that was refused. */
  readonly saved: Typed;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** As a share, of what is saved. */
  readonly least: number | null;
  readonly errors: readonly FormError[];
  readonly note: string | undefined;
}

/** A registration while it can still be changed, and the one button that locks it. */
export function DraftTrialPage(props: Props) {
  const { frame, id, code, revision, least, note } = props;
  const { t } = frame;
  const page = staffPaths.trial(id);
  const errors = staffErrors(t, props.errors);
  const { control = '', planned = '', power = '' } = props.saved;
  return (
    <StaffPage
      frame={frame}
      title={t('trials.draft.title')}
      current="trials"
      failed={errors.length > 0}
      up={{ path: staffPaths.trials, text: t('trials.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <p>
        {t('trials.draft.lead')}
        {gap(frame.locale)}
        <code>{code}</code>
      </p>
      <Form frame={frame} action={staffDo(page, 'save')}>
        <input type="hidden" name="revision" value={revision} />
        <Question {...props} errors={errors} />
        <Population {...props} errors={errors} />
        <Arms {...props} errors={errors} />
        <Judging {...props} errors={errors} />
        <Button kind="dusk">{t('trials.draft.save')}</Button>
      </Form>
      <p className="panel panel-ink">{sayDetectable(frame, { planned, power, control }, least)}</p>
      <WaysShown t={t} ways={WAY_IDS} />
      <h2 id="propose">{t('trials.propose.title')}</h2>
      <p>{t('trials.propose.lead')}</p>
      <Form frame={frame} action={staffDo(page, 'propose')}>
        <input type="hidden" name="revision" value={revision} />
        <TextArea
          t={t}
          name="note"
          label={t('trials.propose.note')}
          value={note}
          error={errorFor(errors, 'note')}
          rows={3}
          maxLength={900}
        />
        <Button kind="plain">{t('trials.propose.button')}</Button>
      </Form>
      <h2 id="throw">{t('trials.discard.title')}</h2>
      <p>{t('trials.discard.lead')}</p>
      <Form frame={frame} action={staffDo(page, 'discard')}>
        <CheckboxRows
          t={t}
          name="discard"
          legend={t('trials.discard.legend')}
          choices={[{ value: 'yes', label: t('trials.discard.sure') }]}
          error={errorFor(errors, 'discard')}
        />
        <Button kind="plain">{t('trials.discard.button')}</Button>
      </Form>
    </StaffPage>
  );
}

/** Name, label, value and error of a field. */
function fieldOf({ frame: { t }, values, errors }: Props, name: string) {
  const label = t(`trials.field.${name}` as Parameters<typeof t>[0]);
  return { t, name, label, value: values[name], error: errorFor(errors, name) } as const;
}

function rowsOf(props: Props, name: string, choices: readonly (readonly [string, string])[]) {
  const { label: legend, value, ...rest } = fieldOf(props, name);
  return {
    ...rest,
    legend,
    values: (value ?? '').split(','),
    choices: choices.map(([code, text]) => ({ value: code, label: text })),
  };
}

function Question(props: Props) {
  return (
    <>
      <TextField {...fieldOf(props, 'title')} maxLength={120} />
      <TextArea {...fieldOf(props, 'question')} rows={4} maxLength={900} />
    </>
  );
}

function Population(props: Props) {
  const { t } = props.frame;
  const strength = ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, text: value }));
  return (
    <>
      <h2>{t('trials.population.title')}</h2>
      <p>{t('trials.population.never')}</p>
      <CheckboxRows
        {...rowsOf(
          props,
          'bands',
          COMPARED_BANDS.map((band) => [band, t(`trials.band.${band}`)]),
        )}
      />
      <CheckboxRows
        {...rowsOf(
          props,
          'tiers',
          TIERS.map((tier) => [tier, t(`trials.tier.${tier}`)]),
        )}
      />
      <CheckboxRows
        {...rowsOf(
          props,
          'locales',
          LOCALES.map((one) => [one, LANGUAGE_NAMES[one]]),
        )}
      />
      <Select {...fieldOf(props, 'intentionFrom')} options={strength} />
    </>
  );
}

function Arms(props: Props) {
  const { frame, values, errors } = props;
  const { t } = frame;
  return (
    <>
      <h2>{t('trials.arms.title')}</h2>
      <p>{t('trials.arms.lead')}</p>
      {WAYS.map(({ id, reviewedOn }) => (
        <TextField
          key={id}
          t={t}
          name={`share-${id}`}
          label={t('trials.arms.share', { way: t(`trials.way.${id}`) })}
          {...(reviewedOn === null ? { hint: t('trials.arms.unreviewed') } : {})}
          value={values[`share-${id}`]}
          error={errorFor(errors, `share-${id}`)}
          inputMode="numeric"
          className="w-24"
          maxLength={3}
        />
      ))}
    </>
  );
}

function Judging(props: Props) {
  const { frame, people } = props;
  const { t } = frame;
  const number = { inputMode: 'numeric', className: 'w-32', maxLength: 6 } as const;
  const days = HORIZONS.map((n) => ({ value: String(n), text: t('trials.days', { count: n }) }));
  const { label: legend, ...analysis } = fieldOf(props, 'analysis');
  return (
    <>
      <h2>{t('trials.judging.title')}</h2>
      <p>{t('trials.judging.primary')}</p>
      <p>
        {t('trials.field.safety')}
        {colon(frame.locale)}
        {t('trials.judging.safety')}
      </p>
      <Select {...fieldOf(props, 'days')} options={days} />
      <CheckboxRows
        {...rowsOf(
          props,
          'secondary',
          SECONDARIES.map((one) => [one, t(`trials.stage.${one}`)]),
        )}
      />
      <TextField {...fieldOf(props, 'control')} {...number} />
      <Select
        {...fieldOf(props, 'power')}
        options={['80', '90'].map((value) => ({ value, text: `${value}%` }))}
      />
      <TextField {...fieldOf(props, 'planned')} {...number} />
      <RadioRows
        {...analysis}
        legend={legend}
        choices={ANALYSES.map((one) => ({
          value: one,
          label: t(`trials.analysis.${one}`),
          hint: t(`trials.analysisHint.${one}`),
        }))}
      />
      <TextField {...fieldOf(props, 'looks')} {...number} hint={t('trials.hint.looks')} />
      <TextField {...fieldOf(props, 'margin')} {...number} hint={t('trials.hint.margin')} />
      <CheckboxRows
        {...rowsOf(props, 'subgroups', [
          ['band', t('trials.subgroup.band')],
          ['locale', t('trials.subgroup.locale')],
        ])}
      />
      <CheckboxRows
        {...rowsOf(
          props,
          'mayLook',
          people.map(({ id, name }) => [id, name]),
        )}
      />
      <TextField {...fieldOf(props, 'ethics')} hint={t('trials.hint.ethics')} maxLength={200} />
      <TextField {...fieldOf(props, 'opensOn')} type="date" className="w-48" />
    </>
  );
}
