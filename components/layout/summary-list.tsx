import type { ReactNode } from 'react';

interface Pair {
  readonly term: string;
  readonly value: ReactNode;
  /** `text` is seen, `about` is added for people who hear the link alone. */
  readonly action?: { readonly href: string; readonly text: string; readonly about: string };
}

export function SummaryList({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className="pairs">
      {pairs.map(({ term, value, action }) => (
        <div key={term} className={action === undefined ? undefined : 'with-action'}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {action === undefined ? null : (
            <dd>
              <a className="alone" href={action.href}>
                {action.text}
                <span className="unseen-always"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
