import type { ReactElement } from 'react';
import type { Frame } from '#components/layout/frame.ts';
import { ServiceFiguresPage } from '#components/public/info/figures.tsx';
import type { Day } from '#lib/domain/basics/ids.ts';

const some = (count: number, outOf: number) => ({ count, outOf, rate: count / outOf });
const NONE = {
  agreed: null,
  finished: null,
  went: null,
  byCode: null,
  unheard: null,
  mostWent: null,
};
const FIGURES = {
  agreed: 1_240,
  finished: some(1_090, 1_240),
  went: some(95, 310),
  byCode: some(60, 95),
  unheard: some(120, 310),
  mostWent: 0.72,
};

/** The page of figures: with all of them, of too few people, and before the first count. */
export function serviceFiguresPages(
  at: (path: string) => Frame,
): Readonly<Record<string, ReactElement>> {
  const frame = at('/about/figures');
  const counted = { kind: 'up_to', day: 20_787 as Day } as const;
  return {
    'service-figures': <ServiceFiguresPage frame={frame} view={{ counted, figures: FIGURES }} />,
    'service-figures-made-up': (
      <ServiceFiguresPage
        frame={{ ...frame, service: { ...frame.service, demo: true } }}
        view={{ counted, figures: FIGURES }}
      />
    ),
    'service-figures-few': <ServiceFiguresPage frame={frame} view={{ counted, figures: NONE }} />,
    'service-figures-never': <ServiceFiguresPage frame={frame} view={null} />,
  };
}
