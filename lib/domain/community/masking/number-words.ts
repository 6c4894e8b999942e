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
const EACH_GLUED = new RegExp([...UNITS, 'oh'].join('|'), 'gu');
/** Digits with the letters that pass for 0 and 1 among them: "O77oo". */
const MIXED = /^(?=.*\d)[\doil]{3,}$/u;

/** Characters said for a digit on the radio, or because they sound like one; only inside long runs. */
const SOUNDS: ReadonlyMap<string, string> = new Map(
  [
    ...['洞0', '拐7', '勾9', '么1', '妖1', '腰1', '衣1', '医1', '依1', '爱2', '儿2', '而2', '耳2'],
    ...['散3', '伞3', '山3', '似4', '寺4', '舞5', '午5', '吾5', '溜6', '留6', '柳6', '刘6', '流6'],
    ...['漆7', '妻7', '气7', '期7', '爸8', '巴8', '吧8', '扒8', '罢8', '久9', '酒9', '旧9', '灵0'],
    ...['林0', '铃0', '栋0'],
  ].map(([sound = '', digit = '']) => [sound, digit]),
);
/** Said for no other reason. */
const RADIO = '洞拐勾';
const SOUND_RUN = new RegExp(`(?:[\\d${[...SOUNDS.keys()].join('')}][ .,，、·*_-]?){7,}`, 'gu');
const CANTONESE_DOUBLE = /孖[ ]?(\d)/gu;

/** The view with number words as digits: "double four", "twenty-three", "O77", 孖四, 洞幺三. */
export function readNumberWords(view: View): View {
  const english = rewrite(joinPairs(view), WORDS, ([word]) => wordValue(word));
  const doubled = rewrite(english, CANTONESE_DOUBLE, ([, digit = '']) => digit + digit);
  return readSounds(doubled);
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
  if (GLUED.test(word)) return word.replace(EACH_GLUED, (part) => VALUES.get(part) ?? part);
  return MIXED.test(word) ? word.replaceAll('o', '0').replace(/[il]/gu, '1') : null;
}

function readSounds(view: View): View {
  return rewrite(view, SOUND_RUN, ([run]) => {
    const sounds = [...run].filter((character) => SOUNDS.has(character));
    const alike = sounds.filter((sound) => !RADIO.includes(sound)).length;
    const digits = (run.match(/\d/gu)?.length ?? 0) + sounds.length - alike;
    // As many digits as words that sound alike, or it is a sentence.
    if (sounds.length === 0 || digits < alike) return null;
    return [...run].map((character) => SOUNDS.get(character) ?? character).join('');
  });
}
