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
  /** Id of the form that it sends, where it stands outside of it, and where to. */
  readonly form?: string;
  readonly formAction?: string;
}
interface LinkProps extends Look {
  readonly href: string;
}

export function Button({ kind = 'pine', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} className={classOf(kind)} type="submit">
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
