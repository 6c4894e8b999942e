import type { ReactNode } from 'react';
import type { Frame } from '../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  /** Path without the locale, e.g. `/check/3`. */
  readonly action: string;
  /** It sends a file. */
  readonly upload?: true;
  /** Where controls outside of it belong to it. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A post with its hidden token. The server says what to fix, so the browser's own bubbles are off. */
export function Form({ frame, action, upload, id, children }: Props) {
  return (
    <form
      id={id}
      method="post"
      action={frame.href(action)}
      encType={upload ? 'multipart/form-data' : undefined}
      noValidate
    >
      <input type="hidden" name="_form" value={frame.formToken} />
      {children}
    </form>
  );
}
