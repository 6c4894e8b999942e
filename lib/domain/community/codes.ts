/** Why somebody reports a post. */
export const REPORT_REASONS = ['danger', 'harm', 'unkind', 'contact'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Why a text is not shown as it is. Each has words for the author in every language. */
export const REASONS = [
  'contact',
  'names',
  'method',
  'hurtful',
  'advice',
  'selling',
  'off_topic',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a post speaks of, so that whoever would rather not read it can leave it folded. */
export const CONTENT_NOTES = ['self_harm', 'death', 'violence', 'food', 'substances'] as const;
export type ContentNote = (typeof CONTENT_NOTES)[number];

/** Why somebody's posting is ended. */
export const BAN_REASONS = ['threats', 'sexual', 'pushing_harm', 'contact', 'selling'] as const;
export type BanReason = (typeof BAN_REASONS)[number];
