export interface Told {
  readonly figure: string;
  readonly value: number;
  /** What it is to be at most, or at least. */
  readonly aim: number;
  /** In what unit and by which rules, over what. */
  readonly how: string;
  readonly also?: object;
}

/** To three digits: the fourth is chance. */
export const short = (value: number) => Number(value.toPrecision(3));

/** One line of JSON, with the figure as a share of its aim. */
export function tell({ figure, value, aim, how, also }: Told): void {
  const line = { bench: 'research', figure, value: short(value), aim, ofAim: short(value / aim) };
  console.log(JSON.stringify({ ...line, ...also, how }));
}
