import type { ReactNode } from 'react';

interface Props {
  readonly width: number;
  readonly height: number;
  /** What it shows, in words. */
  readonly label: string;
  /** As a file of its own, which brings its looks with it. */
  readonly file?: boolean | undefined;
  readonly children: ReactNode;
}

/** Greys and one dark blue, so that it can be printed in black: a file has no page to take its colours from. */
const LOOKS = `text{font-family:sans-serif;fill:#111}.plot-text{font-size:14px}
.plot-grid{stroke:#bbb}.plot-band{fill:#e4e8f4;stroke:#2f3f73;stroke-dasharray:2 3}
.plot-line{fill:none;stroke:#2f3f73;stroke-width:2}.plot-end,.plot-bar{fill:#2f3f73}
.plot-track{fill:none;stroke:#777}.plot-label{stroke:#fff;stroke-width:4;paint-order:stroke}`;

/** Around a file; a page has room of its own. */
const MARGIN = 12;

/** A drawing made on the server: on a page in its colours, or as a file. */
export function Plot({ width, height, label, file, children }: Props) {
  if (!file) {
    return (
      <figure className="plot">
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {children}
        </svg>
      </figure>
    );
  }
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${-MARGIN} ${-MARGIN} ${wide} ${high}`}
      width={2 * wide}
      height={2 * high}
    >
      <title>{label}</title>
      <style>{LOOKS}</style>
      <rect x={-MARGIN} y={-MARGIN} width={wide} height={high} fill="#fff" />
      {children}
    </svg>
  );
}
