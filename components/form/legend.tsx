export interface LegendProps {
  readonly legend: string;
  /** `page`: the legend holds the page's `h1`, so it is read once. `section`: an `h2` on a long form. */
  readonly heading?: 'page' | 'section';
  /** "Question 3 of 10": read in one go with the question. */
  readonly caption?: string;
  /** The sentence that comes before every item of an instrument. */
  readonly stem?: string | undefined;
  readonly locked?: boolean;
}

export function Legend({ legend, heading, caption, stem, locked }: LegendProps) {
  if (heading === undefined) return <legend>{legend}</legend>;
  const lock = locked ? ({ 'data-locked': true, translate: 'no' } as const) : {};
  return (
    <legend className="question">
      {caption === undefined ? null : <span className="caption">{caption}</span>}
      {stem === undefined ? null : (
        <span className="stem" {...lock}>
          {stem}
        </span>
      )}
      {heading === 'page' ? <h1 {...lock}>{legend}</h1> : <h2 {...lock}>{legend}</h2>}
    </legend>
  );
}
