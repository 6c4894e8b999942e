import type { Finder } from '../finder.ts';
import { addressAround } from '../widen.ts';
import { isUncommon, isUnknown } from './words.ts';

/** Words before "road" or "street" that make no name of one. */
const NOT_A_NAME =
  /(?:^| )(?:the|my|our|his|her|their|a|an|of|on|in|at|to|from|down|up|and|or|for|is|was|this|that|same|long|short|hour|hours|minute|minutes|min|mins|mile|miles|year|years|day|days|people|person|times|more|off|across|along|by|busy|quiet|main|with|whole|car|cars|km|months?|weeks?)(?: |$)/u;
/** What is hardly anything but a street, and what also is another thing. */
const STREET =
  'street|road|avenue|ave|lane|crescent|cres|terrace|terr|rd|st|drive|close|gardens|gdns|mews|boulevard|blvd|ln';
const PLACE =
  'court|ct|place|pl|square|sq|hill|grove|walk|way|row|park|rise|view|parade|quay|green|estate|house|buildings|mansions|towers?|heights|villas?|dr|cl|av';
const SEP = ' ?[,/ -]{1,3}';
const ROOM =
  '(?:flat|room|unit|apt|apartment|rm|suite|floor|block|tower|plot|lot|caravan|studio|berth|chalet|bungalow|no\\.?|number|#)';
/** A house with a name. */
const HOUSE =
  "(?:the )?[a-z']{3,16} (?:house|cottage|forge|lodge|farm|hall|court|mill|barn|tower|building|mansions),? ?";
/** Flat, floor, town and postcode after a street. */
const TAIL = `(?:\\.?${SEP}(?:${ROOM} ?[a-z0-9]{1,4}|[a-z]{1,2}-?\\d{1,2}[a-z]?(?: ?\\d[a-z]{2})?)(?![a-z0-9])){0,3}(?<town>(?:\\.? ?[,/] ?[a-z]{3,20}(?: [a-z]{3,20}){0,2}){0,2})`;

/** How much of what stands after a street is the name of a town. */
function townLength(town: string): number {
  let length = 0;
  for (const [part = '', separator = '', words = ''] of town.matchAll(/(\.? ?[,/] ?)([a-z ]+)/gu)) {
    const names = words.split(' ').findIndex((word) => !isUnknown(word));
    const kept = names < 0 ? words : words.split(' ').slice(0, names).join(' ');
    if (kept === '') return length;
    length += separator.length + kept.length;
    if (kept.length < words.length || part === '') return length;
  }
  return length;
}

const withTown =
  (accept: (street: string) => boolean): NonNullable<Finder['take']> =>
  (match) => {
    const { street = '', town = '', lead = '' } = match.groups ?? {};
    if (!accept(street)) return null;
    return [lead.length, match[0].length - town.length + townLength(town)];
  };

/** Whole, with the province, the town and the floor around what was found. */
const around: NonNullable<Finder['take']> = (match) => {
  const [start, end] = addressAround(match.input, [match.index, match.index + match[0].length]);
  return [start - match.index, end - match.index];
};

const NUM = '(?:第?[\\d十百零]{1,5}(?: \\d){0,3}|\\d{1,4}-\\d{1,3})';

export const ADDRESS_FINDERS: readonly Finder[] = [
  {
    name: 'number and street',
    kind: 'address',
    pattern: new RegExp(
      `(?<lead>^|[^a-z0-9])(?:${HOUSE})?(?:${ROOM} ?[a-z0-9]{1,5}${SEP} ?)?(?:${HOUSE})?(?:${ROOM} ?)?(?:\\d{1,4}[a-z]?|\\d(?: \\d){1,3})${SEP} ?(?:(?:[nsew]|[ns][ew])\\.? )?(?<street>[a-z0-9']{3,20}(?: [a-z0-9']{3,20}){0,2})[ -](?:${STREET})(?![a-z])${TAIL}`,
      'gu',
    ),
    take: withTown((street) => !NOT_A_NAME.test(street)),
  },
  {
    name: 'number and place',
    kind: 'address',
    pattern: new RegExp(
      `(?<lead>^|[^a-z0-9])(?:${HOUSE})?(?:${ROOM} ?[a-z0-9]{1,5}${SEP} ?)?(?:${HOUSE})?(?:${ROOM} ?)?\\d{1,4}[a-z]?${SEP} ?(?<street>[a-z0-9']{3,20}(?: [a-z0-9']{3,20})?)[ -](?:${PLACE})(?![a-z])${TAIL}`,
      'gu',
    ),
    take: withTown((street) => !NOT_A_NAME.test(street) && street.split(' ').every(isUncommon)),
  },
  {
    name: 'flat and block',
    kind: 'address',
    pattern:
      /(?<lead>^|[^a-z0-9])(?:flat|room|rm|unit|apt|apartment) ?[a-z0-9]{1,5},? ?(?:\d{1,3}\/?f|floor \d{1,3}|\d{1,3}(?:st|nd|rd|th) floor|block [a-z0-9]{1,3}|tower [a-z0-9]{1,3})(?:,? (?:block|tower) [a-z0-9]{1,3})?(?![a-z0-9])/gu,
  },
  {
    name: 'postcode',
    kind: 'address',
    pattern:
      /(?<lead>^|[^a-z0-9])[a-z]{1,2}\d[a-z0-9]? ?\d(?!nd|rd|st|th)[abd-hjlnp-uw-z]{2}(?![a-z0-9])/gu,
  },
  {
    name: 'Chinese street and number',
    kind: 'address',
    pattern: new RegExp(
      `[\\p{Script=Han}]{1,5}(?:[^走马网思半铁\\d]路|[\\p{Script=Han}][1-9]路|[^上逛出]街|大道|[^知味难频轨地报通隧问说]道|巷|弄|胡同|[^这那哪心家屋手嘴眼夜梦月年]里|[^农乡]村|邨|苑|坊|[^周包氛范]围|[^田途捷]径|山庄|fong|gai|lu|jie|fu)(?:东|西|南|北|中|1|2|3)?(?:[1-9]段)?[ ,，]?${NUM}(?:-\\d{1,4})? ?(?:号院|号|弄|巷|栋|单元|hao|hou)(?!线|线路|车|公交|出口|门)`,
      'gu',
    ),
    take: around,
  },
  {
    name: 'Chinese number and street',
    kind: 'address',
    pattern: /\d{1,4} ?号 ?(?!线|楼|床|车|站|出)\p{Script=Han}{1,6}(?:巷|街|路|弄|胡同|村|邨)/gu,
    take: around,
  },
  {
    name: 'Chinese block and room',
    kind: 'address',
    pattern:
      /[a-z0-9]{1,3}(?:号楼|栋|座|幢|期|楼|\/f)[ ,，]?(?:[a-z0-9]{1,3}(?:单元|座|楼|层)){0,2}(?:[a-z0-9]{1,4}(?:室|房|户|座|号(?!楼|线|床))|(?<=(?:号楼|栋|座|幢|单元))\d{3,4}(?![\d元块人个米年次路分字]))/gu,
    unless: /(?:学校|校|医院|诊所|病房|办公|图书馆|中心|大学|公司)[^,，。]{0,10}$/u,
    take: around,
  },
  {
    name: 'Chinese estate and room',
    kind: 'address',
    pattern:
      /[\p{Script=Han}]{1,6}(?:邨|苑|村|花园|大厦|大楼|楼|阁|广场|中心|小区|公寓)[ ,，]?(?:(?:[\p{Script=Han}]{1,5}[楼座阁])?[ ,，]?\d{3,4} ?室|\d{1,3}(?:单元|号楼|栋\d))/gu,
    take: around,
  },
  {
    name: 'Chinese town and street',
    kind: 'address',
    pattern: new RegExp(
      `[\\p{Script=Han}]{2,8}(?:省|市|区|县|镇|乡)[\\p{Script=Han}]{2,10}(?:路|街|道|巷|里|村|苑|园|小区|大厦|广场)[\\p{Script=Han}]{0,4}?${NUM}(?:号|栋|楼|室|座|幢|弄)`,
      'gu',
    ),
    take: around,
  },
];
