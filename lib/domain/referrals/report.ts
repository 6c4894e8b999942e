/** What a visitor can say is wrong with an entry: codes alone, so that nothing about a person comes with it. */
export const REPORT_KINDS = [
  'number_wrong',
  'not_taking',
  'costs_more',
  'waits_longer',
  'other',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** How many people said it of one entry, and when last. */
export interface ReportCount {
  readonly service: string;
  readonly kind: ReportKind;
  readonly people: number;
  /** ISO date. */
  readonly last: string;
}
