import type { ReactNode } from 'react';
import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { type Help, HelpBrief } from './help-brief.tsx';

export interface StateAction {
  /** Without the locale. */
  readonly path: string;
  readonly text: string;
}

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  readonly title: string;
  /** The one thing to do. */
  readonly action: StateAction;
  readonly children: ReactNode;
}

/** One layout for everything that is not the page that was asked for: why, what now, help. */
export function StatePage({ frame, title, action, children, help }: Props) {
  return (
    <Document frame={frame} title={title}>
      {children}
      <p className="actions">
        <ButtonLink href={frame.href(action.path)}>{action.text}</ButtonLink>
      </p>
      <HelpBrief frame={frame} help={help} />
    </Document>
  );
}
