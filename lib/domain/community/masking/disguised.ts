import { MASK } from './fold.ts';
import type { Span } from './view.ts';

/** Latin letters and digits in other dress: mathematical, circled, boxed, full-width, small capitals. */
const FANCY =
  '[\\u{1D400}-\\u{1D7FF}\\u24B6-\\u24FF\\u2460-\\u249B\\u2776-\\u2793\\u{1F130}-\\u{1F189}\\u1D00-\\u1D22\\u0280\\u0299\\u029C\\u026A\\u029F\\u0274\\u0262]';
const WIDE = '[\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A]';
/** What goes on with a name: letters, digits, joins, pictures; no blank, no punctuation. */
const ON = '[\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}\\u200d_.@#＿．＠·-]';
const JOIN = '[ ._·＿．＠@-]';
const DRESSED_NAME = new RegExp(
  `${ON}{0,12}(?:${FANCY}(?:${JOIN}?${FANCY}){1,60}|${WIDE}(?:${JOIN}?${WIDE}){4,60})${ON}{0,12}`,
  'gu',
);
/** Letters, not numbers alone: those are read elsewhere. */
const LETTERS_IN_IT =
  /[\u{1D400}-\u{1D7CB}\u24B6-\u24E9\u{1F130}-\u{1F189}\u1D00-\u1D22\uFF21-\uFF3A\uFF41-\uFF5A]/u;

/** A Latin word with letters of another script among its own, or with what is not seen inside it. */
const WORD =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Nd}\p{Cf}_.@-]{4,60}/gu;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const OWN = /[a-zA-Z]/u;
const HIDDEN = /[\p{L}\p{N}][\u200b\u200c\u2060\ufeff\u00ad]+[\p{L}\p{N}]/u;

/** Names in letters that nobody types but to slip by: "ⓢⓛⓞⓦ_ⓨⓘⓝⓖ", "foggy" with Cyrillic letters. */
export function findDisguised(text: string, hidden: readonly Span[]): Span[] {
  return piecesOf(text, hidden).flatMap(({ start, end }) => {
    const piece = text.slice(start, end);
    const dressed = [...piece.matchAll(DRESSED_NAME)].filter(([name]) => LETTERS_IN_IT.test(name));
    const mixed = [...piece.matchAll(WORD)].filter(
      ([word]) => OWN.test(word) && (FOREIGN.test(word) || HIDDEN.test(word)),
    );
    return [...dressed, ...mixed].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    }));
  });
}

/** What stands between masks. */
function piecesOf(text: string, hidden: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let done = 0;
  const add = (end: number) => {
    for (let at = done; at < end; ) {
      const mask = text.indexOf(MASK, at);
      const stop = mask < 0 || mask >= end ? end : mask;
      if (stop > at) pieces.push({ start: at, end: stop });
      at = stop === end ? end : stop + MASK.length;
    }
  };
  for (const { start, end } of hidden) {
    add(start);
    done = end;
  }
  add(text.length);
  return pieces;
}
