import type { Finder } from '../finder.ts';

/** Words before "road" or "street" that make no name of one. */
const NOT_A_NAME =
  /(?:^| )(?:the|my|our|his|her|their|a|an|of|on|in|at|to|from|down|up|and|or|for|is|was|this|that|same|long|short|hour|hours|minute|minutes|min|mins|mile|miles|year|years|day|days|people|person|times|more|off|across|along|by|busy|quiet|main|with|whole|car|cars|km|months?|weeks?)(?: |$)/u;

export const ADDRESS_FINDERS: readonly Finder[] = [
  {
    name: 'number and street',
    kind: 'address',
    pattern:
      /(?<lead>^|[^a-z0-9])(?:(?:flat|room|unit|apt|apartment|rm) ?[a-z0-9]{1,5},? ?)?\d{1,4}[a-z]?,? (?<street>[a-z']{3,20}(?: [a-z']{3,20})?) (?:street|road|avenue|ave|lane|crescent|terrace|rd|st|drive|close|gardens)(?![a-z])/gu,
    take: (match) => {
      const street = match.groups?.['street'] ?? '';
      const lead = match.groups?.['lead']?.length ?? 0;
      return NOT_A_NAME.test(street) ? null : [lead, match[0].length];
    },
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
    pattern:
      /[\p{Script=Han}]{1,5}(?:[^走马网思半铁\d]路|[^上逛出]街|大道|[^知味难频轨地报通隧问说]道|巷|弄|胡同)(?:东|西|南|北|中|1|2|3)?\d{1,5}(?:-\d{1,4})?(?:号院|号|弄|栋)(?!线|线路|车|公交|出口)(?:[\p{Script=Han}]{0,8}\d{1,4}[a-z]?(?:室|楼|栋|单元|号|座|房)){0,3}/gu,
  },
  {
    name: 'Chinese block and room',
    kind: 'address',
    pattern:
      /[\p{Script=Han}]{0,6}[a-z0-9]{1,3}(?:号楼|栋|座|幢|期)(?:[a-z0-9]{1,3}(?:单元|座|楼|层)){0,2}[a-z0-9]{1,4}(?:室|房|户|号(?!楼|线))/gu,
  },
];
