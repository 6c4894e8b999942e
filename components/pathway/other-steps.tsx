import { errorFor, type FormError } from '../form/errors.ts';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';
import type { StepOption } from './step-card.ts';
import { StepChoice } from './step-choice.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly options: readonly StepOption[];
}

export function OtherSteps({ frame, errors, options }: Props) {
  const { t, href } = frame;
  const told = toldErrors(t, errors);
  return (
    <FormPage frame={frame} title={t('result.other.title')} errors={told} back={paths.next}>
      <p>{t('result.other.lead')}</p>
      <StepChoice frame={frame} options={options} error={errorFor(told, 'step')} />
      <p className="actions">
        <a href={href(paths.notToday)}>{t('result.goNotToday')}</a>
      </p>
    </FormPage>
  );
}
