import { closedPreview } from '#app/_request/staff/closed-preview.ts';

/** The public page as visitors will see it, in the language of the address. */
export const GET = closedPreview;
