/** Words that people write with other signs, with letters repeated or spelled out. Only these are looked for. */
const SENSITIVE = [
  'suicide',
  'suicidal',
  'suicides',
  'overdose',
  'overdosed',
  'kill',
  'killing',
  'killed',
  'die',
  'died',
  'dying',
  'dead',
  'death',
  'hang',
  'hanging',
  'harm',
  'harming',
  'selfharm',
  'cut',
  'cuts',
  'cutting',
  'hurt',
  'hurting',
  'murder',
  'unalive',
  'noose',
  'wrist',
  'wrists',
  'slit',
  'blade',
  'pills',
  'jump',
  'kms',
  'kys',
  'zisha',
];

/** What a sign may stand for; `*` and `#` for any letter. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'il',
  '+': 't',
};
const ANY = '*#';

const known = new Set(SENSITIVE);
const bySqueezed = new Map(SENSITIVE.map((word) => [squeeze(word), word]));
const beginnings = new Set(
  SENSITIVE.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))),
);

/** The sensitive word behind a spelling, or the word without letters repeated three times, or null. */
export function undisguise(spelled: string): string | null {
  if (known.has(spelled)) return spelled;
  if (/[^a-z]/.test(spelled)) return SENSITIVE.find((word) => looksLike(spelled, word)) ?? null;
  if (!/(.)\1\1/.test(spelled)) return null;
  return bySqueezed.get(squeeze(spelled)) ?? squeeze(spelled);
}

/** Whether pieces that begin like this may still become a sensitive word. */
export function isPartOfSensitive(spelled: string): boolean {
  return beginnings.has(spelled);
}

function looksLike(spelled: string, word: string): boolean {
  if (spelled.length !== word.length || !/[a-z]/.test(spelled)) return false;
  return [...word].every((letter, i) => {
    const sign = spelled[i] ?? '';
    return sign === letter || ANY.includes(sign) || (STANDS_FOR[sign] ?? '').includes(letter);
  });
}

function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}
