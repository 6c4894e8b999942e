/** Of whoever came by no address that the service listed. Recorded steps from before there were lists have none: direct too. */
export const DIRECT = 'direct';

/** So few that groups of people stay large enough to be printed (decision D15). */
const MOST = 8;
/** Small letters and hyphens: it stands on a poster and in the browser's history. */
export const ENTRY_POINT = /^[a-z][a-z0-9-]{0,19}$/;
/** What tables call everyone, people of whom nothing is known, and people who came by no listed address. */
const TAKEN: ReadonlySet<string> = new Set([DIRECT, 'all', 'none']);

/** A list such as `poster,campus`; null where it is none. */
export function parseEntryPoints(text: string): readonly string[] | null {
  const codes = text === '' ? [] : text.split(',').map((code) => code.trim());
  const isList =
    codes.length <= MOST &&
    new Set(codes).size === codes.length &&
    codes.every((code) => ENTRY_POINT.test(code) && !TAKEN.has(code));
  return isList ? codes : null;
}

/** The listed code that an address names; null for anything else, so that no word of an address goes any further. */
export function listedEntry(listed: readonly string[], from: string | null): string | null {
  return listed.find((code) => code === from) ?? null;
}
