import type { ReactNode } from 'react';

/** pine = go on · clay = reach a person · ember = urgent only · dusk = staff · plain and link = second. */
type Kind = 'pine' | 'clay' | 'ember' | 'dusk' | 'plain' | 'link';

interface Look {
  readonly kind?: Kind;
  readonly children: ReactNode;
}
interface ButtonProps extends Look {
  readonly name?: string;
  readonly value?: string;
}
interface LinkProps extends Look {
  readonly href: string;
}

export function Button({ kind = 'pine', name, value, children }: ButtonProps) {
  return (
    <button className={classOf(kind)} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for the one thing to do on a page without a form. */
export function ButtonLink({ kind = 'pine', href, children }: LinkProps) {
  return (
    <a className={classOf(kind)} href={href}>
      {children}
    </a>
  );
}

function classOf(kind: Kind): string {
  return kind === 'pine' ? 'button' : `button button-${kind}`;
}
