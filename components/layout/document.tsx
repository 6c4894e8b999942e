import type { ReactNode } from 'react';
import type { Frame } from './frame.ts';
import { Head } from './shell/head.tsx';
import { PageBody } from './shell/page-body.tsx';

interface Props {
  readonly frame: Frame;
  /** Names the page in the title, and is its `h1` unless `headingless`. Neutral words only. */
  readonly title: string;
  /** The children bring the one `h1` themselves, e.g. a question whose legend is the heading. */
  readonly headingless?: boolean;
  /** Path (without locale) of the page before this one. */
  readonly back?: string;
  /** True when the form came back with something to fix: the title says so first. */
  readonly failed?: boolean;
  /** Send the script on a page that is not part of the journey. */
  readonly scripted?: boolean;
  readonly children: ReactNode;
}

/** A whole page, from `<html>` down. `<!doctype html>` is put before it where it is rendered. */
export function Document({ frame, title, headingless, back, failed, scripted, children }: Props) {
  const { display, journey } = frame;
  return (
    <html
      lang={frame.lang}
      dir="ltr"
      data-theme={display.theme === 'auto' ? undefined : display.theme}
      data-text={display.text === 'normal' ? undefined : display.text}
      data-contrast={display.contrast === 'normal' ? undefined : display.contrast}
      data-low-data={display.lowData || undefined}
    >
      <Head frame={frame} title={title} failed={failed === true} scripted={scripted === true} />
      <body className={journey ? 'journey' : undefined} data-personal={journey || undefined}>
        <PageBody frame={frame} back={back}>
          {headingless ? null : <h1>{title}</h1>}
          {children}
        </PageBody>
      </body>
    </html>
  );
}
