import type { ReactNode } from 'react';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly items: readonly {
    readonly path: string;
    readonly name: string;
    /** How it stands. */
    readonly state?: string;
  }[];
}

/** Things that wait, each a link to where something is done about it. */
export function TodayNamed({ frame, title, lead, items }: Props) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {lead === undefined ? null : <p>{lead}</p>}
      <ul className="links">
        {items.map(({ path, name, state }) => (
          <li key={path}>
            <a className="wrap-anywhere" href={frame.href(path)}>
              {name}
            </a>
            {state === undefined ? null : <span className="note block">{state}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
