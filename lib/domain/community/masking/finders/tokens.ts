/** What could be a handle: Latin letters, digits, and what joins them. */
export const TOKEN = '[a-z0-9][a-z0-9._-]{2,31}';

/** Letters and digits together that are no handle: "30min", "covid19", "phq-9", "2nd". */
const MEASURE =
  /^(?:\d{1,4}-?(?:st|nd|rd|th|am|pm|mins?|minutes?|hrs?|hours?|h|s|k|m|x|yo|yrs?|years?|days?|weeks?|months?|mg|ml|kg|cm|mm|km|gb|mb|pc|ppl|people|times|steps|likes|followers|messages|friends|step|day|week|month|year|hour|minute)|(?:covid|phq|gad|mp|ww|year|level|lv|grade|step|part|day|week|unit|room|iphone|ios|gen|season|ep|episode|version|v|ver|top|ps|cbt|h)-?\d{1,4}|\d{1,2}(?:am|pm)?-\d{1,2}(?:am|pm)?|24-?7)$/u;

/** A handle for sure: letters with a digit or an underscore. */
export function isHandle(token: string): boolean {
  const name = trimmed(token);
  if (name.length < 4 || MEASURE.test(name)) return false;
  if (!/[a-z]/u.test(name)) return false;
  return /[\d_]/u.test(name);
}

/** A handle made of digits alone, as those of QQ are; never a year. */
export function isNumber(token: string): boolean {
  return /^\d{6,12}$/u.test(token) || (/^\d{5}$/u.test(token) && !token.endsWith('000'));
}

/** Latin words that stand beside a platform's name without being a handle. */
const WORDS = new Set(
  `all everyone home school uni night mods moderators admin admins least first channel anyone
  him an a its hospital church about account accounts actually after again also always anxious app apps are at away bad because
  been before being block blocked but call calls can chat chats checking daily deleted did dead does
  done down dont empty even ever every everyday everyone everything family feed feels fine for friend friends from full
  gone good great group groups had happy has hate have help here hers his how honest instead into ios isn isnt
  just kind last late later less life like line link live lonely love made makes making maybe messages moments mother
  mute muted music need never nice night none not nothing now off okay old once one online only open other
  our out over pad people perfect person phone pics post posts pretty private public quiet quit really
  reels right ruin ruining same saying scroll scrolling see seen should silent silly since sleep so
  some someone sometimes soon status stickers still stories story stupid such support takes talk
  telling than thanks that the their them then there these they thing things this time too
  toxic trash true tuesday unread until update used using very video vip want was watching
  web week were what when where which while who why will with without work working
  would wrong yes yesterday yet you your emo happy sorry please pls help idk lol omg tbh
  monday wednesday thursday friday saturday sunday january today tonight tomorrow morning
  his mum dad boss teacher mod mods moderator server servers page pages notification notifications
  disabled broken boring killing draining addictive exhausting hard easy`.split(/\s+/u),
);

/** A handle where the writer says that one follows: any name that is no common word. */
export function isNamed(token: string): boolean {
  const name = trimmed(token);
  if (isHandle(name) || isNumber(name)) return true;
  if (name.length < 3 || MEASURE.test(name) || !/[a-z]/u.test(name)) return false;
  return !WORDS.has(name);
}

export function trimmed(token: string): string {
  return token.replace(/[.-]+$/u, '');
}
