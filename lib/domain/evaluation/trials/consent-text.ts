/**
 * Version of the research text with one line more, shown while a comparison runs: chance may choose which page
 * comes, and which one it was goes into the research file. Only who agreed to this one is ever assigned, or stands
 * in that file (`pub.package_assignments` names it too): the plain text says nothing of chance, and the one before
 * nothing of the file. Other words are another version; a test holds the words beside it.
 */
export const CHANCE_CONSENT_TEXT = 'research-2026-12-3.chance-2';

/** The one before says the same of chance, and less of the rest. */
export const CHANCE_CONSENT_TEXTS = [CHANCE_CONSENT_TEXT, 'research-2026-12-2.chance-2'] as const;
