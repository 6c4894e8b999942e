import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly href: string;
}

/** The plot above as a file, for a paper or a talk. */
export function PlotFile({ frame, href }: Props) {
  return (
    <p>
      <a href={frame.href(href)}>{frame.t('research.figures.plotFile')}</a>
    </p>
  );
}
