import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** Path of the page before. */
  readonly back?: string;
  /** A comparison runs: chance may choose which page comes. */
  readonly chance?: boolean;
}

/** Ruling R4: the list names everything that is exported, and nothing else is. */
export const RESEARCH_FACTS = [
  'total',
  'intention',
  'steps',
  'days',
  'week',
  'entry_point',
] as const;

export function ResearchChoice(props: Props) {
  const { frame, errors, values, back = paths.check, chance = false } = props;
  const { t } = frame;
  const told = toldErrors(t, errors);
  const { research } = values;
  return (
    <FormPage frame={frame} title={t('check.research.title')} errors={told} back={back}>
      <p>{t('check.research.why')}</p>
      <p>{t('check.research.adds')}</p>
      <ul>
        {RESEARCH_FACTS.map((fact) => (
          <li key={fact}>{t(`check.research.add.${fact}`)}</li>
        ))}
      </ul>
      <p>{t('check.research.never')}</p>
      {chance ? <p>{t('check.research.chance')}</p> : null}
      <p>
        {t('check.research.noChange')} {t('check.research.later')}
      </p>
      <Form frame={frame} action={paths.research}>
        {chance ? <input type="hidden" name="text" value="chance" /> : null}
        <RadioRows
          t={t}
          name="research"
          legend={t('check.research.legend')}
          hint={t('check.research.skip')}
          choices={[
            { value: 'yes', label: t('check.research.yes') },
            { value: 'no', label: t('check.research.no') },
          ]}
          value={research}
          error={errorFor(told, 'research')}
        />
        <Button>{t('shell.continue')}</Button>
      </Form>
    </FormPage>
  );
}
