import type { ReactNode } from 'react';

interface Props {
  readonly heading?: string;
  /** `status`: something just happened and is announced. */
  readonly role?: 'status';
  readonly children: ReactNode;
}

/** A fact to see before going on: not an error, not urgent. */
export function Notice({ heading, role, children }: Props) {
  return (
    <div className="notice" role={role}>
      {heading === undefined ? null : (
        <p>
          <strong>{heading}</strong>
        </p>
      )}
      {children}
    </div>
  );
}
