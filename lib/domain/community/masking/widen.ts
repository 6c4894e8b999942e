import { BARRIER } from './view.ts';

const ENDS = new RegExp(`[\\n.!?;:…,，。！？；：“”"「」『』()（）${BARRIER}]`, 'u');
/** So far at most, in UTF-16 units. */
const FAR = 80;
/** A clause that goes on with one of its own: what was asked for ends there. */
const NEXT =
  /^ (?:and|but|because|cause|cos|while|since) (?:i|i'll|i'm|i've|you|u|we|they|it|she|he|your|my|there|nobody|no|ever)(?![a-z])/u;

/** Whether a clause ends at this place. A stop, comma or colon inside a number or a name ends none. */
function endsAt(text: string, at: number): boolean {
  if (!ENDS.test(text.charAt(at))) return false;
  const inside = /[.,:]/u.test(text.charAt(at)) && /[a-z0-9]/u.test(text.charAt(at + 1));
  return !inside || !/[a-z0-9]/u.test(text.charAt(at - 1));
}

/** The clause around a part of a text, without the blanks at its ends. */
export function clauseAround(
  text: string,
  [start, end]: readonly [number, number],
): readonly [number, number] {
  let begin = start;
  while (begin > 0 && start - begin < FAR && !endsAt(text, begin - 1)) begin -= 1;
  while (begin < start && text.charAt(begin) === ' ') begin += 1;
  let until = end;
  while (until < text.length && until - end < FAR && !endsAt(text, until)) {
    if (text.charAt(until) === ' ' && NEXT.test(text.slice(until, until + 20))) break;
    until += 1;
  }
  while (until > end && text.charAt(until - 1) === ' ') until -= 1;
  return [whole(text, begin), whole(text, until)];
}

/** Never between the two units of one character. */
function whole(text: string, at: number): number {
  const inside = (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return inside ? at - 1 : at;
}

/** What stands right before an address that is told: "I live at", 住在. */
const TOLD_BEFORE =
  /(?:住在|住喺|住|就在|就喺|在|喺|写去|写到|写|寄到|寄去|寄|去|到|是|系|係|叫|过) ?$/u;
const ADDRESS_ENDS = /[\n.!?;:…。！？；：“”"「」『』()（）]/u;
/** A part of an address after a comma: a floor, a room, a number. */
const PART_AFTER =
  /^[,，、] ?[^,，、。！？!?\n\p{Co}]{0,6}(?:\d|[楼室座栋层号铺房间])[^,，、。！？!?\n\p{Co}]{0,4}(?=[,，、。！？!?\n\p{Co}]|$)/u;

/** The address around a part of it, in Chinese text: from what tells of it to where its clause ends. */
export function addressAround(
  text: string,
  [start, end]: readonly [number, number],
): readonly [number, number] {
  let until = end;
  for (;;) {
    while (until < text.length && until - end < 40 && isOfAddress(text, until)) until += 1;
    const part = PART_AFTER.exec(text.slice(until, until + 14));
    if (part === null) break;
    until += part[0].length;
  }
  while (until > end && text.charAt(until - 1) === ' ') until -= 1;
  return [whole(text, beginOfAddress(text, start)), whole(text, until)];
}

function beginOfAddress(text: string, start: number): number {
  let begin = start;
  while (begin > 0 && start - begin < 30 && isOfAddress(text, begin - 1)) {
    if (begin < start && TOLD_BEFORE.test(text.slice(Math.max(0, begin - 3), begin))) break;
    begin -= 1;
  }
  return begin;
}

function isOfAddress(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return !(sign === BARRIER || /[,，、]/u.test(sign) || ADDRESS_ENDS.test(sign));
}
