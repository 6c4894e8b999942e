import { Button } from '../../form/button.tsx';
import { Select } from '../../form/select.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { inPoints } from './detectable.ts';
import type { Typed } from './form-values.ts';

interface Props {
  readonly frame: Frame;
  readonly values: Typed;
  /** Null: nothing was asked, or it cannot be computed. */
  readonly answer: {
    /** As a share. */
    readonly least: number | null;
    /** In each arm, for the difference that was typed. */
    readonly perArm: number | null;
  } | null;
}

/** What a number of people can show, and how many a difference takes. A plain GET; nothing is kept. */
export function TrialSizePage({ frame, values, answer }: Props) {
  const { t, href } = frame;
  const field = (name: string) => ({
    t,
    name,
    label: t(`trials.size.${name}` as Parameters<typeof t>[0]),
    value: values[name],
    inputMode: 'numeric' as const,
    className: 'w-32',
    maxLength: 6,
  });
  return (
    <StaffPage
      frame={frame}
      title={t('trials.size.title')}
      current="trials"
      up={{ path: staffPaths.trials, text: t('trials.up') }}
    >
      <p>{t('trials.size.lead')}</p>
      <form className="prose" method="get" action={href(staffPaths.trialSize)} noValidate>
        <TextField {...field('control')} />
        <TextField {...field('perArm')} />
        <TextField {...field('difference')} />
        <Select
          t={t}
          name="power"
          label={t('trials.size.power')}
          value={values['power']}
          options={['80', '90'].map((value) => ({ value, text: `${value}%` }))}
        />
        <Button kind="dusk">{t('trials.size.compute')}</Button>
      </form>
      <div role="status" className="mt-6">
        {answer === null ? null : (
          <>
            <p>
              {answer.least === null
                ? t('trials.size.nothing')
                : t('trials.size.least', { least: inPoints(t, answer.least) })}
            </p>
            <p>
              {answer.perArm === null
                ? t('trials.size.noNumber')
                : t('trials.size.number', { count: answer.perArm })}
            </p>
          </>
        )}
      </div>
    </StaffPage>
  );
}
