import { SOUNDS } from './sounds.ts';
import { rewrite, type View } from './view.ts';

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const TEENS = [
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'],
  ...['sixteen', 'seventeen', 'eighteen', 'nineteen'],
];

const VALUES: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, value): [string, string] => [word, String(value)]),
  ...TEENS.map((word, value): [string, string] => [word, String(value + 10)]),
  ...TENS.map((word, value): [string, string] => [word, String((value + 2) * 10)]),
  ['oh', '0'],
  ['o', '0'],
  ['nought', '0'],
  ['nil', '0'],
  ['hundred', '00'],
  ['fourty', '40'],
  ['niner', '9'],
]);
const TIMES: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['dbl', 2],
  ['triple', 3],
  ['treble', 3],
]);

const PAIR = new RegExp(
  `(${[...TIMES.keys(), ...TENS].join('|')})[ -]{1,2}(${[...UNITS, 'oh', 'o'].join('|')}|\\d)(?![a-z0-9])`,
  'gu',
);
const WORDS = /[a-z0-9_]{1,60}/gu;
const GLUED = new RegExp(`^(?:${[...UNITS, 'oh'].join('|')}){3,}$`, 'u');
/** Words and digits in one: "zero7700", "two9four". */
const GLUED_DIGITS = new RegExp(
  `^(?=.*\\d)(?:${[...UNITS, 'oh', 'o', '\\d'].join('|')}){2,}$`,
  'u',
);
const EACH_GLUED = new RegExp([...UNITS, 'oh', 'o'].join('|'), 'gu');
/** A word of one digit with hyphens or digits in it: "sev-en", "tw0". */
const CUT = new RegExp(
  `(?<![a-z0-9])(?:${[...UNITS, ...TENS]
    .map(
      (word) =>
        `(${[...word].map((l) => ({ e: '[e3]', o: '[o0]', i: '[i1]' })[l] ?? l).join('-?')})`,
    )
    .join('|')})(?![a-z0-9])`,
  'gu',
);
/** A number with one letter between all its digits: "07x7x0x0x9". */
const LETTERED = /(?<![a-z])\d{1,4}([a-z])\d{1,4}(?:\1\d{1,4}){3,12}(?![a-z])/gu;
/** Digits as Mandarin and Cantonese are spelled in Latin letters, from nought to nine. */
const SPELLINGS = [
  'ling|leng|dong',
  'yao|yat|jat|yaat|jaat|yi',
  'er|liang|yee|loeng|ji(?!u)',
  'saam|san|sam',
  'sei|sey|say|si',
  'wu|ng',
  'liu|luuk|luk|lok|look',
  'qi|chi|chat|cat|tsat|chut',
  'baat|paat|bat|ba',
  'jiu|gau|gow|kau',
];
const SPELLED = new RegExp(SPELLINGS.map((words) => `(${words})`).join('|'), 'gu');
const SPELLED_RUN = new RegExp(
  `(?<![a-z])(?:(?:\\d|${SPELLINGS.join('|')})[ ,.，、·*_'-]{0,2}){6,30}(?:\\d|${SPELLINGS.join('|')})(?![a-z])`,
  'gu',
);
/** Digits with the letters that pass for 0 and 1 among them: "O77oo". */
const MIXED = /^(?=.*\d)[\doil]{3,}$/u;

/** The same with more letters, where there are more digits: "g6O3". */
const LETTERS = /^(?=(?:[a-z]*\d){2})(?!\d+[a-z]$)(?:[\doilgqbsz]|(?<=\d)e(?=\d)){4,12}$/u;
const LIKE: Readonly<Record<string, string>> = {
  ...{ o: '0', i: '1', l: '1', z: '2', s: '5', b: '8', g: '9', q: '9', e: '3' },
};

/** Said for no other reason. */
const RADIO = '洞拐勾';
const SOUND_RUN = new RegExp(`(?:[\\d${[...SOUNDS.keys()].join('')}][ .,，、·*_-]{0,2}){5,}`, 'gu');
/** After these fewer do: a platform, a word for a number. */
const CUE = /(?:[\uE000-\uE002]|电话|手机|号码?|拨)[是系为: ]{0,2}$/u;
/** So many in a row are no sentence, whatever they are. */
const NO_SENTENCE = 8;
const CANTONESE_DOUBLE = /孖[ ]?(\d)/gu;

/** "plus 44". */
const PLUS = /(?<![a-z])plus ?(?=\d{1,3}[ ,])/gu;

/** The view with number words as digits: "double four", "twenty-three", "O77", 孖四, 洞幺三. */
export function readNumberWords(view: View): View {
  const uncut = rewrite(view, CUT, ([word, ...units]) =>
    /[-\d]/u.test(word)
      ? ([...UNITS, ...TENS][units.slice(0, -2).findIndex((unit) => unit !== undefined)] ?? null)
      : null,
  );
  const english = rewrite(joinPairs(uncut), WORDS, ([word]) => wordValue(word));
  const unlettered = rewrite(english, LETTERED, ([run]) => run.replace(/[a-z]/gu, ' '));
  const doubled = rewrite(unlettered, CANTONESE_DOUBLE, ([, digit = '']) => digit + digit);
  const plus = rewrite(doubled, PLUS, () => '+');
  return readSounds(readSpellings(plus));
}

/** Digits spelled as they sound in Chinese, where seven stand in a row and three of them are so spelled. */
function readSpellings(view: View): View {
  return rewrite(view, SPELLED_RUN, ([run]) =>
    (run.match(SPELLED)?.length ?? 0) < 3
      ? null
      : run.replace(SPELLED, (...groups) => String(groups.slice(1, 11).findIndex(Boolean))),
  );
}

/** Pairs of words that make one number. */
function joinPairs(view: View): View {
  return rewrite(view, PAIR, ([, first = '', second = '']) => {
    const unit = VALUES.get(second) ?? second;
    const times = TIMES.get(first);
    if (times !== undefined) return unit.repeat(times);
    return unit === '0' ? null : `${VALUES.get(first)?.charAt(0)}${unit}`;
  });
}

function wordValue(word: string): string | null {
  const value = VALUES.get(word);
  if (value !== undefined) return value;
  if (GLUED.test(word) || GLUED_DIGITS.test(word))
    return word.replace(EACH_GLUED, (part) => VALUES.get(part) ?? part);
  if (LETTERS.test(word)) {
    return word.replace(/[a-z]/gu, (letter) => LIKE[letter] ?? letter);
  }
  return MIXED.test(word) ? word.replaceAll('o', '0').replace(/[il]/gu, '1') : null;
}

function readSounds(view: View): View {
  return rewrite(view, SOUND_RUN, (match) => {
    const [run] = match;
    const sounds = [...run].filter((character) => SOUNDS.has(character));
    const alike = sounds.filter((sound) => !RADIO.includes(sound)).length;
    const digits = (run.match(/\d/gu)?.length ?? 0) + sounds.length - alike;
    const least = CUE.test(match.input.slice(Math.max(0, match.index - 6), match.index)) ? 5 : 7;
    // As many digits as words that sound alike, or it may be a sentence.
    if (sounds.length === 0 || digits + alike < least) return null;
    if (least === 7 && digits < alike && digits + alike < NO_SENTENCE) return null;
    return [...run].map((character) => SOUNDS.get(character) ?? character).join('');
  });
}
