import { STATEMENT_IDS } from '#lib/domain/bridges/statements.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { CheckboxRows } from '../form/checkbox-rows.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** Shown first where urgent help comes before everything else. */
  readonly lines: readonly CrisisLine[];
}

/** What might get in the way of the chosen step: up to 3, none, or not said. */
export function Obstacles({ frame, errors, values, lines }: Props) {
  const { t } = frame;
  const told = toldErrors(t, errors);
  const { obstacle = '' } = values;
  return (
    <FormPage frame={frame} title={t('bridges.obstacles.title')} errors={told} asks>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <Form frame={frame} action={paths.obstacles}>
        <CheckboxRows
          t={t}
          name="obstacle"
          legend={t('bridges.obstacles.title')}
          heading="page"
          hint={t('bridges.obstacles.hint')}
          choices={[
            ...STATEMENT_IDS.map((id) => ({
              value: id,
              label: t(`bridges.obstacles.statement.${id}`),
            })),
            { value: 'none', label: t('bridges.obstacles.none') },
            { value: 'declined', label: t('bridges.obstacles.declined') },
          ]}
          values={obstacle.split(',')}
          error={errorFor(told, 'obstacle')}
        />
        <p>{t('bridges.obstacles.keep')}</p>
        <Button>{t('shell.continue')}</Button>
      </Form>
    </FormPage>
  );
}
