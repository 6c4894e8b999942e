import type { ReactNode } from 'react';
import type { FormError } from '../form/errors.ts';
import type { Frame } from '../layout/frame.ts';
import { FormPage } from '../screening/form-page.tsx';

export interface PlanPageProps {
  readonly frame: Frame;
  /** Already in the language of the page. */
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** The sentences that stand already. */
  readonly sentences: readonly string[];
}

interface Props extends Omit<PlanPageProps, 'values'> {
  readonly title: string;
  readonly back: string;
  readonly children: ReactNode;
}

/** One thing to choose, with the plan as far as it stands. */
export function PlanPage({ frame, errors, sentences, title, back, children }: Props) {
  return (
    <FormPage frame={frame} title={title} errors={errors} back={back}>
      {sentences.length === 0 ? null : (
        <section className="panel" aria-labelledby="so-far">
          <h2 id="so-far">{frame.t('plan.so')}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      {children}
    </FormPage>
  );
}
