import type { ReactNode } from 'react';

interface Props {
  readonly heading: string;
  readonly children: ReactNode;
}

/** The clay rule: a human being writes, listens or waits for you. */
export function PersonBlock({ heading, children }: Props) {
  return (
    <section className="panel panel-clay">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
