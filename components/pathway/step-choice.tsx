import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';
import { costOf, type StepOption, whenOf } from './step-card.ts';

interface Props {
  readonly frame: Frame;
  readonly options: readonly StepOption[];
  readonly error?: string | undefined;
}

/** Every open step to choose from, none chosen beforehand; what is closed is said, not hidden. */
export function StepChoice({ frame, options, error }: Props) {
  const { t, href } = frame;
  const open = options.filter(({ closed }) => !closed);
  const closed = options.filter((option) => option.closed);
  return (
    <>
      {open.length === 0 ? (
        <p>
          {t('result.other.noneOpen')}
          {gap(frame.locale)}
          <a href={href(paths.services)}>{t('result.other.services')}</a>
        </p>
      ) : (
        <Form frame={frame} action={paths.other}>
          <RadioRows
            t={t}
            name="step"
            legend={t('result.other.legend')}
            choices={open.map((option) => ({
              value: option.tier,
              label: labelOf(frame, option),
              hint: t('result.other.facts', {
                what: t(`result.step.${option.tier}.what`),
                when: whenOf(t, option),
                cost: costOf(t, option),
              }),
            }))}
            error={error}
          />
          <Button>{t('result.choose')}</Button>
        </Form>
      )}
      {closed.length === 0 ? null : (
        <>
          <h2>{t('result.other.closed')}</h2>
          <ul>
            {closed.map(({ tier }) => (
              <li key={tier}>{t(`result.step.${tier}.title`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function labelOf({ t }: Frame, { tier, suggested }: StepOption): string {
  const title = t(`result.step.${tier}.title`);
  return suggested ? t('result.other.suggested', { title }) : title;
}
