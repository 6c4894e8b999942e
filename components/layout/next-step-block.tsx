import type { ReactNode } from 'react';

interface Props {
  readonly heading: string;
  readonly children: ReactNode;
}

/** The thick pine rule: the one thing to do next. At most one on a page. */
export function NextStepBlock({ heading, children }: Props) {
  return (
    <section className="panel" aria-labelledby="next-step">
      <h2 id="next-step">{heading}</h2>
      {children}
    </section>
  );
}
