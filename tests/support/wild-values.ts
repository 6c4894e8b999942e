// Values that a form, a header or an address does not expect.

export const long = (n: number) => 'x'.repeat(n);
const NUMBERS = [
  '-1',
  '0',
  '1e999',
  '9'.repeat(400),
  '2147483648',
  '9007199254740993',
  'NaN',
  '0x1F',
];
const CODES = [
  '\u0000',
  'a\u0000b',
  '\r\nx: y',
  '\u202eabc',
  '\ufeff',
  '\u0301'.repeat(900),
  '😀'.repeat(900),
];
const WORDS = ['', ' ', '__proto__', 'constructor', 'null', 'undefined', '[object Object]', 'true'];
const ATTACKS = [
  "' OR 1=1;--",
  '<script>x</script>',
  '{"$gt":""}',
  '{{7*7}}',
  '../../../etc/passwd',
  '%s%n',
];
const IDS = ['00000000-0000-0000-0000-000000000000', 'f'.repeat(64), '1,2,3', '2024-99-99', '٣٣٣٣'];
const LONG = [long(300), long(5_000), long(60_000), `${'('.repeat(20_000)}`, `a@${long(300)}.test`];
export const WILD = [...NUMBERS, ...CODES, ...WORDS, ...ATTACKS, ...IDS, ...LONG];

/** Bytes that are no text: cut, overlong and surrogate sequences, and percent signs that lead nowhere. */
export const BROKEN = [
  '%',
  '%zz',
  '%u0041',
  '%ED%A0%80',
  '%C0%AF',
  '%FF%FE',
  '%00',
  '%E2%82',
  '%25%32%65',
  '+%',
];
export const NAMES = [
  '__proto__',
  'constructor',
  '__proto__[x]',
  'a[b][c][d]',
  'a[]',
  'toString',
  '',
  '_form',
];
const TYPES = [
  'application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/x-www-form-urlencoded; charset=utf-7',
  'APPLICATION/X-WWW-FORM-URLENCODED',
  'application/octet-stream',
  ';;;',
  '',
];
const HOSTS = [
  '',
  'elsewhere.test',
  'localhost:99999',
  '[::1',
  'a b',
  '..',
  '%',
  'x@y',
  'é.test',
  ',',
  long(300),
];
export const ODD: readonly (readonly [string, readonly string[]])[] = [
  ['host', HOSTS],
  ['x-forwarded-host', HOSTS],
  ['x-forwarded-proto', ['', 'gopher', 'https,http', '://', long(99)]],
  ['x-forwarded-port', ['-1', 'x', '99999999']],
  ['x-forwarded-for', ['', ',', '::ffff:300.1.1.1', 'a::b::c', long(999), '[', '1.2.3.4, 5.6.7.8']],
  ['accept-language', ['', '*', ';q=', long(4_000), 'zh-Hant-HK-x-y;q=NaN', '\u00ff\u00fe']],
  ['accept-encoding', ['', 'identity;q=0', long(2_000)]],
  ['origin', ['null', '', 'not an origin', 'http://[', 'https://elsewhere.test', long(5_000)]],
  ['referer', ['\u00ff', 'http://[', long(5_000)]],
  ['content-type', TYPES],
  ['content-encoding', ['gzip', 'br', 'x']],
  ['range', ['bytes=9-1', 'x']],
  ['if-none-match', ['*', '"'.repeat(50)]],
  ['if-modified-since', ['x', '9999999999999']],
  ['x-http-method-override', ['DELETE']],
  ['next-action', ['x', '0'.repeat(42)]],
  ['rsc', ['1']],
  ['next-router-state-tree', ['%5B%22', '{', long(2_000)]],
  ['x-middleware-subrequest', ['proxy:proxy:proxy:proxy:proxy']],
  ['x-nextjs-data', ['1']],
  ['sec-fetch-site', ['none', 'cross-site', 'x']],
  ['x-odd', [long(15_000), '\u0080\u00ff']],
];
export const LOCALES = ['/EN', '/zh-Hans', '/%65n', '/xx', '/zh-hant', '/zh-hans', '//en', '/en//'];
export const QUERIES = [
  'nxtPlocale=xx&nxtPid=x',
  'nxtIlocale=xx',
  '_rsc=1&__nextLocale=xx&__nextDataReq=1',
  'before=-1',
  'before=1e999',
  'before=9007199254740993',
  'country=__proto__',
  'country=GB&country=HK',
  'area=a&area=b&cost=x&language=%00',
  '__proto__[x]=1&constructor.prototype.x=1',
  '#',
  '?',
];
export const JSONS = [
  'null',
  '[]',
  '{"text":{"__proto__":1}}',
  '{"country":"XX"}',
  '"',
  '{"theme":9}',
  '1e999',
];
