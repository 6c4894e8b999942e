import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';

/** What a change would do to people who were promised an answer, in words. */
export interface ToldStrands {
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

interface Props {
  readonly frame: Frame;
  readonly strands: ToldStrands | null;
  readonly errors: readonly FormError[];
}

/** Inside the form of the change: how many people, when, and the box that says it is known. */
export function StrandsTold({ frame: { t }, strands, errors }: Props) {
  if (strands === null) return null;
  const { count, first, last } = strands;
  return (
    <section className="panel panel-ink" aria-labelledby="strands">
      <h2 id="strands">{t('roster.strands.title')}</h2>
      <p>{t('roster.strands.count', { count })}</p>
      <p>{t('roster.strands.times', { count, first, last })}</p>
      <p>{t('roster.strands.what')}</p>
      <CheckboxRows
        t={t}
        name="told"
        legend={t('roster.strands.legend')}
        choices={[{ value: String(count), label: t('roster.strands.confirm') }]}
        error={errorFor(errors, 'told')}
      />
    </section>
  );
}
