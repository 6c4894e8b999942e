import type { ReactNode } from 'react';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { FormError } from '../form/errors.ts';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  /** Neutral words: they stand in the browser's history. */
  readonly title: string;
  /** Already in the language of the page. */
  readonly errors: readonly FormError[];
  /** Path of the page before this one. */
  readonly back?: string;
  /** The question on it is the page's heading; else the title is. */
  readonly asks?: boolean;
  readonly children: ReactNode;
}

/** A page with a form: what there is to fix comes before everything else. */
export function FormPage({ frame, title, errors, back, asks, children }: Props) {
  return (
    <Document
      frame={frame}
      title={title}
      headingless
      failed={errors.length > 0}
      {...(back === undefined ? {} : { back })}
    >
      <ErrorSummary t={frame.t} errors={errors} />
      {asks ? null : <h1>{title}</h1>}
      {children}
    </Document>
  );
}
