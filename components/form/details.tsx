import type { ReactNode } from 'react';

interface Props {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** More for those who want it; native, so it works without a script. */
export function Details({ summary, open, children }: Props) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
