/** What a guide's answer leads to: each answer names one, and the person takes it in one click. */
export const REPLY_STEPS = ['plan', 'service', 'group', 'recheck'] as const;
export type ReplyStep = (typeof REPLY_STEPS)[number];
