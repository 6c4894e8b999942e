/**
 * Version of the research text with one line more, shown while a comparison runs: chance may choose which page
 * comes. Only who agreed to this one is ever assigned; the plain text says nothing of chance, so a yes to it is no
 * consent to it.
 */
export const CHANCE_CONSENT_TEXT = 'research-2026-12-2.chance';
