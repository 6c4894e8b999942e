import type { Finder } from '../finder.ts';
import { PLATFORM } from '../platforms.ts';
import { isHandle, isNamed, isNumber, TOKEN, trimmed } from './tokens.ts';

/** Signs and blanks between a platform and a handle. */
const GAP = String.raw`[^\p{L}\p{N}\p{Co}\n]{0,5}`;
/** Words that say a handle follows. */
const SAYS =
  '(?:号码|号|账号|帐号|用户名|名字|名称|昵称|名|系|係|是|叫做|叫|为|就是|搜索|搜|加|->|=>|我|(?:id|user ?name|user|handle|name|nick|add|search|my|me)(?![a-z]))';
const LEAD = '(?<lead>^|[^a-z0-9._@-])';

type Accept = (token: string, between: string) => boolean;

/** Masks from the match's begin to the end of the group `token`, if it is accepted. */
const throughToken =
  (accept: Accept): NonNullable<Finder['take']> =>
  (match) => {
    const token = match.groups?.['token'] ?? '';
    const lead = match.groups?.['lead']?.length ?? 0;
    if (!accept(trimmed(token), match.groups?.['between'] ?? '')) return null;
    const rest = match.groups?.['rest'] ?? '';
    return [lead, match[0].length - (rest === '' ? token.length - trimmed(token).length : 0)];
  };

/** "lm_88 123", and "liming 9527 88": a name that is no common word, and four digits or more. */
const isHandleInParts: Accept = (token) => {
  const [name = '', ...numbers] = token.split(' ');
  return isHandle(name) || (isNamed(name) && numbers.join('').length >= 4);
};

const isCertain: Accept = (token) => isHandle(token) || isNumber(token);

export const HANDLE_FINDERS: readonly Finder[] = [
  {
    name: 'at sign and name',
    kind: 'handle',
    pattern: new RegExp(`${LEAD}@ ?(?<token>[a-z_][a-z0-9._]{2,29})`, 'gu'),
    take: throughToken(isNamed),
  },
  {
    name: 'platform, at sign, and name',
    kind: 'handle',
    pattern: new RegExp(`${PLATFORM}[^\\p{L}\\p{N}\\p{Co}\\n@]{0,4}@ ?[\\p{L}\\d_.]{2,30}`, 'gu'),
  },
  {
    name: 'platform, stop, and handle',
    kind: 'handle',
    pattern: new RegExp(`${PLATFORM}[?!.。]{1,2} ?(?<token>${TOKEN})`, 'gu'),
    take: throughToken(isHandle),
  },
  {
    name: 'platform and handle',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}(?<between>[^\\p{Co}\\n.!?。！？]{0,14}?[^a-z0-9\\p{Co}\\n._-])??(?<token>${TOKEN}(?: \\d{2,6}){0,3})`,
      'gu',
    ),
    take: throughToken(isHandleInParts),
  },
  {
    name: 'platform and number',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}(?<between>[^\\p{Co}\\n!?。！？\\d]{0,14})(?<token>\\d(?:[^\\p{L}\\p{N}\\p{Co}\\n:%$]{0,2}\\d){4,14})(?![a-z0-9年])`,
      'gu',
    ),
    take: throughToken((token) => isNumber(token.replace(/\D/gu, ''))),
  },
  {
    name: 'platform, a word for it, and name',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}${GAP}(?<between>${SAYS}${GAP}){1,3}(?<token>${TOKEN})(?<rest>(?: [a-z]{2,15})? \\d{2,6})?`,
      'gu',
    ),
    take: throughToken(isNamed),
  },
  {
    name: 'platform, colon, and name',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM} ?(?:号|id|号码)? ?(?:[:=>]|- |->|\\() ?(?<token>${TOKEN})(?<rest>(?: [a-z]{2,15})? \\d{2,6})?`,
      'gu',
    ),
    take: throughToken(isNamed),
  },
  {
    name: 'platform and spelled name',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}${GAP}(?:${SAYS}${GAP}){0,2}(?<token>(?:[a-z0-9_][ .·-]{1,3}){4,20}[a-z0-9_])(?![a-z0-9])`,
      'gu',
    ),
    take: (match) => [0, match[0].length],
  },
  {
    name: 'platform and quoted name',
    kind: 'handle',
    pattern: new RegExp(
      `(?:${PLATFORM}|搜索|搜1下|搜)[^\\p{Co}\\n.!?。！？"“”「」『』【]{0,8}["“「『【][^"“”「」『』【】\\n\\p{Co}]{2,20}["”」』】]`,
      'gu',
    ),
    take: (match) => (/[搜叫名号id加:]/u.test(match[0].slice(0, 9)) ? [0, match[0].length] : null),
  },
  {
    name: 'platform and name in brackets',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM} ?[「『【《](?<name>[^「」『』【】《》\\n\\p{Co}]{2,24})[」』】》]`,
      'gu',
    ),
  },
  {
    name: 'quoted name on platform',
    kind: 'handle',
    pattern: new RegExp(
      `["“「『'‘][^"“”「」『』‘’\\n\\p{Co}]{2,24}["”」』'’] ?(?:on|over on|in|喺|在|系|@)? ?(?:my |the )?${PLATFORM}`,
      'gu',
    ),
  },
  {
    name: 'handle on platform',
    kind: 'handle',
    pattern: new RegExp(
      `${LEAD}(?<token>${TOKEN})(?<between>[^\\p{L}\\p{N}\\p{Co}\\n.!?。]{1,3}|${GAP}(?:on|at|in|is my|my|is on|over on|是我的|就是我的|我的|这个是|这是我的|系我|係我|我|搜)${GAP})(?:my |我的|the )?${PLATFORM}`,
      'gu',
    ),
    take: (match) => {
      const lead = match.groups?.['lead']?.length ?? 0;
      const token = trimmed(match.groups?.['token'] ?? '');
      const said = /\p{L}/u.test(match.groups?.['between'] ?? '');
      return isHandle(token) || (said && isNumber(token)) ? [lead, match[0].length] : null;
    },
  },
  {
    name: 'initial and handle',
    kind: 'handle',
    pattern: new RegExp(
      `(?<lead>^|[^a-z0-9])(?:[vqwt]|微|薇|扣|企)(?:号|我|xin|心|信)?(?:${GAP}(?:号|是|id))? ?[:=+ ~→>-]{1,3}(?<token>${TOKEN})(?<rest>(?: [a-z]{2,15})? \\d{2,6})?`,
      'gu',
    ),
    take: throughToken(isHandle),
  },
  {
    name: 'initial and number',
    kind: 'handle',
    pattern: /(?<lead>^|[^a-z0-9])(?:q|v|w|扣)(?:号|我|是)?[:= ]{0,2}(?<token>\d{6,11})(?!\d)/gu,
    take: throughToken((token) => isNumber(token)),
  },
  {
    name: 'word for a handle and name',
    kind: 'handle',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])(?:user ?name|handle|nickname|my id|screen ?name|gamer ?tag|账号|帐号|号码|网名|昵称|用户名|我的号|我号|我的id|我id|id)(?: on everything| everywhere|在哪都)?${GAP}(?:is|are|是|係|系|叫|为|:|=)${GAP}(?<token>${TOKEN})`,
      'gu',
    ),
    take: throughToken((token) => isCertain(token, '') || (isNamed(token) && token.length >= 5)),
  },
  {
    name: 'find me as',
    kind: 'handle',
    pattern: new RegExp(
      `(?:search(?: up| for)?|look up|look me up as|find me as|i'?m|im|add|搜索|搜1下|搜|加我|加|找我|我叫)${GAP}(?:me |我|1下|下|吧|:|=){0,3}${GAP}(?<token>${TOKEN})`,
      'gu',
    ),
    take: throughToken((token) => isHandle(token) && /[a-z]{2}/u.test(token) && token.length >= 6),
  },
  {
    name: 'handle with a picture in it',
    kind: 'handle',
    pattern: /(?<lead>^|[^a-z0-9._-])(?<token>[a-z0-9]{2,16}~{1,2}[a-z0-9]{2,16})(?![a-z0-9])/gu,
    take: throughToken((token) => isHandle(token.replaceAll('~', ''))),
  },
  {
    name: 'handle alone',
    kind: 'handle',
    pattern: new RegExp(
      `(?<lead>^|[,，:;。!?\\n(] ?(?:(?:so|is|it'?s|as|under|called) )?)(?<token>${TOKEN})(?=$|[,，;。!?\\n)])`,
      'gu',
    ),
    take: throughToken((token) => token.length >= 6 && isHandle(token)),
  },
  {
    name: 'name with number sign',
    kind: 'handle',
    pattern: new RegExp(`${LEAD}(?<token>${TOKEN}) ?# ?\\d{4}(?!\\d)`, 'gu'),
    take: (match) => [match.groups?.['lead']?.length ?? 0, match[0].length],
  },
];
