import { PROVIDERS } from '../address-words.ts';
import type { Finder } from '../finder.ts';

/** Endings of a domain that are hardly words. */
const SURE = new Set(
  'com c0m net org cn hk uk io cc xyz tv gg ly ee edu gov tw mo sg de fr jp eu biz co'.split(' '),
);
/** Endings that are words: only before a path, or after an at sign. */
const WORDY = new Set(
  `si es nl pl se fi dk ch pt gr cz ro hu sk kr ph th vn br mx ca au nz za ie page
  me us so is be to in it at am my do top info link online club app site live space chat group ai dev
  im vip shop wiki page ru fm gl gle ws st sh id pro cloud store blog social art world news today fun icu`.split(
    /\s+/u,
  ),
);
/** Of those, endings that are hardly written after a full stop without a blank. */
const SINGLE = new Set(
  'top online club site vip shop wiki icu xyz store blog page link info dev'.split(' '),
);
const PROVIDER = new RegExp(`^(?:${PROVIDERS})(?:\\.|$)`, 'u');
/** What an address of the web goes on with; Chinese text ends it. */
const REST = String.raw`[^\s\p{Co}\p{Script=Han}，。、！？；：）】」]`;
const HOST = '(?<lead>^|[^a-z0-9.@_-])(?<host>[a-z0-9][a-z0-9.-]{3,99})';

const ending = (host: string) =>
  host
    .replace(/[.-]+$/u, '')
    .split('.')
    .at(-1) ?? '';
const hasDot = (host: string) => /[a-z0-9]\.[a-z]/u.test(host);

/** From the name before the at sign at `at`, letter by letter where it is spelled. */
function nameBegin(text: string, at: number, letter: RegExp): number {
  let begin = at;
  while (begin > 0 && at - begin < 64 && letter.test(text.charAt(begin - 1))) begin -= 1;
  return begin;
}

export const LINK_FINDERS: readonly Finder[] = [
  {
    name: 'e-mail address',
    kind: 'email',
    view: 'addresses',
    pattern: /@[a-z0-9][a-z0-9.-]{1,80}/gu,
    take: (match) => {
      const begin = nameBegin(match.input, match.index, /[a-z0-9._%+、-]/u);
      const domain = match[0].slice(1).replace(/[.-]+$/u, '');
      const known = PROVIDER.test(domain);
      const ends = /\.[a-z]{2,12}$/u.test(domain);
      return begin < match.index && (known || ends)
        ? [begin - match.index, domain.length + 1]
        : null;
    },
  },
  {
    name: 'mailbox and name',
    kind: 'email',
    view: 'addresses',
    pattern:
      /(?:邮箱|电邮|email|e-mail|mail|hotmail|outlook|信箱)(?:address|地址|号|is|是|係|为|me|[ =:>-]){0,6}(?<name>[a-z0-9][a-z0-9._-]{4,39})/gu,
    take: (match) => {
      const name = match.groups?.['name'] ?? '';
      return /\d/u.test(name) && /[a-z]|\d{5}/u.test(name) ? [0, match[0].length] : null;
    },
  },
  {
    name: 'e-mail address, said',
    kind: 'email',
    view: 'addresses',
    pattern: new RegExp(
      `(?<![a-z])(?:my|mine|the|our) (?:addy|address|e-?mail|mail)[^\\n\\p{Co}.,。!?]{1,40}? (?:${PROVIDERS})(?![a-z])`,
      'gu',
    ),
    take: (match) =>
      / (?:is|was|on|with|use[sd]?|goes|my|a|the|from) [a-z]+$/u.test(match[0])
        ? null
        : [0, match[0].length],
  },
  {
    name: 'bracketed dot',
    kind: 'link',
    view: 'plain',
    pattern: /[a-z0-9_-]{2,40} ?[([{<] ?(?:dot|d0t|\.|点) ?[)\]}>] ?[a-z0-9_-]{2,40}/gu,
  },
  {
    name: 'half of an e-mail address',
    kind: 'email',
    view: 'plain',
    pattern: new RegExp(
      `(?<lead>(?:(?<![a-z])(?:${PROVIDERS})|邮箱|电邮|信箱)[^\\n\\p{Co}.。]{0,12}?[^a-z0-9._-])(?<name>[a-z][a-z0-9._-]{4,39})(?![a-z0-9@])`,
      'gu',
    ),
    take: (match) => {
      const name = (match.groups?.['name'] ?? '').replace(/[.-]+$/u, '');
      const lead = match.groups?.['lead']?.length ?? 0;
      return /[\d_]|[a-z]\.[a-z]/u.test(name) ? [lead, lead + name.length] : null;
    },
  },
  {
    name: 'web address',
    kind: 'link',
    view: 'plain',
    pattern: new RegExp(`(?:h[tx]{2}ps?|ftp) ?:? ?/ ?/ ?${REST}{3,200}`, 'gu'),
  },
  {
    name: 'www',
    kind: 'link',
    view: 'addresses',
    pattern: new RegExp(
      String.raw`www(?:\.${REST}{2,120}|(?:[.点]| ?dot ?)[^\s\p{Co}，。！？；：）】」]{2,40}?(?:com|net|cn|org|hk)(?:/${REST}{0,80})?)`,
      'gu',
    ),
  },
  {
    name: 'domain',
    kind: 'link',
    view: 'addresses',
    pattern: new RegExp(`${HOST}(?:(?:/| ?[~>]{1,2} ?)${REST}{0,200})?`, 'gu'),
    take: (match) => {
      const host = match.groups?.['host'] ?? '';
      const lead = match.groups?.['lead']?.length ?? 0;
      const end = ending(host);
      const sure = SURE.has(end) || (SINGLE.has(end) && /^[a-z0-9-]{4,}\.[a-z]+$/u.test(host));
      return hasDot(host) && sure ? [lead, match[0].length] : null;
    },
  },
  {
    name: 'short link',
    kind: 'link',
    view: 'addresses',
    pattern: new RegExp(`${HOST}/${REST}{2,200}`, 'gu'),
    take: (match) => {
      const host = match.groups?.['host'] ?? '';
      const lead = match.groups?.['lead']?.length ?? 0;
      return hasDot(host) && WORDY.has(ending(host)) ? [lead, match[0].length] : null;
    },
  },
];
