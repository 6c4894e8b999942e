// Who gets what at every address, written by hand: what the code grants must be found here too.
import { readFileSync } from 'node:fs';
import {
  all,
  check,
  doneBy,
  drawn,
  EVERYONE,
  form,
  handler,
  journey,
  MACHINE,
  mine,
  ownFile,
  READ,
  type Row,
  seenBy,
  signedIn,
  staff,
} from './route-rows.ts';

/** Who may read policies. */
const READERS = ['clinician', 'researcher', 'administrator'] as const;

const PEOPLE = '/staff/admin/people';
const DRAFT = '/staff/policy/draft/[id]';
const VERSION = '/staff/policy/version/[hash]';
const THREAD = '/staff/inbox/[id]';
const INVITATION = '/staff/invitation/[token]';
/** A cookie that names a record which is no more. */
const GONE = { erased: 'to /check/ended' } as const;

/** Addresses without a language, and those below `/[locale]`. */
const BARE: Readonly<Record<string, Row>> = {
  '/': handler(all('start'), all('method'), all('method')),
  '/[...unknown]': handler(all('none'), all('none'), all('none')),
  '/_global-error': handler(all('none'), all('none'), all('none')),
  '/_not-found': handler(all('none'), all('none'), all('none')),
  '/healthz': MACHINE,
  '/metrics': handler(all('none'), all('method'), all('method')), // not for who comes from outside
  '/readyz': MACHINE,
};

const BELOW: Readonly<Record<string, Row>> = {
  '': READ,
  '/about': READ,
  '/accessibility': READ,
  '/check': form('/check'),
  '/check/[n]': check('/check/[n]', 'page', { returned: 'to /mine' }),
  '/check/age': READ,
  '/check/all': check('/check/all', 'to /check/answers', { returned: 'to /mine' }),
  '/check/answers': check('/check/answers', 'page', { returned: 'to /next' }),
  '/check/care': check('/check/care', 'to /next', { returned: 'to /mine' }),
  '/check/ended': READ,
  '/check/follow-up': check('/check/follow-up', 'to /check/support'),
  '/check/likely': check('/check/likely'),
  '/check/research': check('/check/research'),
  '/check/support': check('/check/support', 'to /next', { returned: 'to /help' }),
  '/display': form('/display'),
  '/for-someone-else': READ,
  '/group': READ,
  '/help': form('/help'),
  '/leave': handler(all('method'), all('away'), all('away')),
  '/message': mine('/message', { erased: 'to /plan/keep' }),
  '/mine': mine('/mine'),
  '/mine/again': mine('/mine/again'),
  '/mine/checkin': journey('/return', 'to /mine', 'to /mine/checkin', GONE),
  '/mine/data': mine('/mine/data'),
  '/mine/data/json': ownFile({ erased: 'none' }),
  '/mine/data/text': ownFile({ erased: 'none' }),
  '/mine/deleted': READ,
  '/mine/hard-times': mine('/mine/hard-times', {}),
  '/mine/messages': mine('/mine/messages', { erased: 'to /plan/keep' }),
  '/mine/messages/mail': mine('/mine/messages/mail', { erased: 'to /message' }),
  '/mine/over-time': journey('/return', 'page', null, GONE),
  // The visitor here has chosen no place.
  '/mine/waiting': journey('/return', 'to /mine', 'to /mine/waiting', GONE),
  '/mine/who-knows': journey('/return', 'page', null, GONE),
  '/next': check('/next', 'page', { erased: 'to /check' }),
  '/next/idea/[n]': check('/next/idea/[n]', 'to /next/obstacles'),
  '/next/likely': check('/next/likely', 'page', { erased: 'to /mine' }),
  '/next/obstacles': check('/next/obstacles', 'page', GONE),
  '/next/other': check('/next/other', 'page', { erased: 'to /check' }),
  '/next/score': journey('/check/ended', 'page', null, { erased: 'to /check' }),
  // It holds the answers, which are in no database: who came back by a code has none.
  '/next/score/file': ownFile({ returned: 'none' }),
  '/not-today': check('/not-today', 'page', GONE),
  '/paper': READ,
  // The visitor here has not typed the end of the code back, which comes before a plan.
  '/plan': check('/plan', 'to /plan/keep', { returned: 'page' }),
  '/plan/answer': check('/plan/answer', 'to /plan/keep', { returned: 'to /plan' }),
  '/plan/feeling': check('/plan/feeling', 'to /plan/keep', { returned: 'to /plan' }),
  '/plan/first': check('/plan/first', 'to /plan/keep', { returned: 'to /plan' }),
  '/plan/keep': check('/plan/keep', 'page', { returned: 'to /mine' }),
  '/plan/keep/check': check('/plan/keep/check', 'page', {
    returned: 'to /mine',
    erased: 'to /mine',
  }),
  '/plan/keep/text': ownFile({ returned: 'none', erased: 'none' }),
  '/plan/ready': journey('/return', 'page', null, { erased: 'to /mine' }),
  '/plan/ready/calendar': handler(all('none'), all('method'), all('method')),
  '/plan/ready/text': handler(all('none'), all('method'), all('method')),
  '/plan/reminder': mine('/plan/reminder', {}),
  '/plan/remind': check('/plan/remind', 'to /plan/keep', { returned: 'to /plan' }),
  '/return': form('/return'),
  '/return/lost': READ,
  '/services': form('/services'),
  '/services/[id]': form('/services/[id]'),
  '/services/[id]/wrong': form('/services/[id]/wrong'),
  '/stay-private': READ,
  '/stop/[token]': form('/stop/[token]'),
  '/visit': journey('/return', 'to /plan/keep', 'to /visit', { returned: 'to /services' }),
  '/what-we-keep': READ,
  '/staff': seenBy(...EVERYONE),
  '/staff/sign-in': drawn(signedIn),
  '/staff/sign-in/do/passkey': handler(all('method'), all('to /staff/sign-in'), all('refused')),
  '/staff/sign-in/do/enter': handler(all('method'), all('to /staff/sign-in'), all('refused')),
  '/staff/confirm': seenBy(...EVERYONE),
  '/staff/confirm/do/passkey': doneBy('/staff/confirm', ...EVERYONE),
  '/staff/confirm/do/give': doneBy('/staff/confirm', ...EVERYONE),
  '/staff/account': seenBy(...EVERYONE),
  '/staff/account/do/codes': doneBy('/staff/account', ...EVERYONE),
  '/staff/account/do/add-passkey': doneBy('/staff/account', ...EVERYONE),
  '/staff/account/do/remove-passkey': doneBy('/staff/account', ...EVERYONE),
  '/staff/account/do/end': doneBy('/staff/account', ...EVERYONE),
  '/staff/account/do/password': doneBy('/staff/account', ...EVERYONE),
  '/staff/sign-out': doneBy('/staff', ...EVERYONE),
  [INVITATION]: drawn(all('page')),
  [`${INVITATION}/do/accept`]: handler(all('method'), all(`to ${INVITATION}`), all('refused')),
  '/staff/admin/roles': seenBy('administrator'),
  '/staff/admin/audit': seenBy('administrator'),
  '/staff/admin/audit/do/download': doneBy('/staff/admin/audit', 'administrator'),
  '/staff/admin/audit/do/verify': doneBy('/staff/admin/audit', 'administrator'),
  [PEOPLE]: seenBy('administrator'),
  [`${PEOPLE}/[id]`]: seenBy('administrator'),
  [`${PEOPLE}/invite`]: seenBy('administrator'),
  [`${PEOPLE}/do/disable`]: doneBy(PEOPLE, 'administrator'),
  [`${PEOPLE}/do/enable`]: doneBy(PEOPLE, 'administrator'),
  [`${PEOPLE}/do/invite`]: doneBy(`${PEOPLE}/invite`, 'administrator'),
  [`${PEOPLE}/do/roles`]: doneBy(PEOPLE, 'administrator'),
  [`${PEOPLE}/do/withdraw`]: doneBy(PEOPLE, 'administrator'),
  '/staff/desk': seenBy('desk'),
  '/staff/desk/done': seenBy('desk'),
  '/staff/desk/enter': seenBy('desk'),
  '/staff/desk/sheet': seenBy('desk'),
  '/staff/desk/do/enter': doneBy('/staff/desk/enter', 'desk'),
  '/staff/desk/do/record': doneBy('/staff/desk', 'desk'),
  '/staff/desk/do/undo': doneBy('/staff/desk/done', 'desk'),
  '/staff/bridges': seenBy(...READERS),
  '/staff/inbox': seenBy('guide'),
  [THREAD]: seenBy('guide'),
  [`${THREAD}/do/close`]: doneBy(THREAD, 'guide'),
  [`${THREAD}/do/reply`]: doneBy(THREAD, 'guide'),
  '/staff/placements': seenBy('clinician', 'administrator'),
  '/staff/placements/do/resume': doneBy('/staff/placements', 'clinician', 'administrator'),
  '/staff/policy': seenBy('clinician', 'researcher', 'administrator'),
  '/staff/policy/do/draft': doneBy('/staff/policy', 'clinician'),
  '/staff/policy/do/import': doneBy('/staff/policy', 'clinician'),
  [DRAFT]: seenBy(...READERS),
  [`${DRAFT}/compare`]: seenBy(...READERS),
  [`${DRAFT}/try`]: seenBy(...READERS),
  [`${DRAFT}/do/list`]: doneBy(`${DRAFT}/try`, ...READERS),
  [`${DRAFT}/do/room`]: doneBy(`${DRAFT}/try`, 'clinician'),
  [`${DRAFT}/do/rebase`]: doneBy(`${DRAFT}/compare`, 'clinician'),
  [`${DRAFT}/do/discard`]: doneBy(DRAFT, 'clinician'),
  [`${DRAFT}/do/propose`]: doneBy(DRAFT, 'clinician'),
  [`${DRAFT}/do/save`]: doneBy(DRAFT, 'clinician'),
  [VERSION]: seenBy(...READERS),
  // The version of the walk is live: nobody can publish it once more.
  [`${VERSION}/publish`]: seenBy(),
  [`${VERSION}/try`]: seenBy(...READERS),
  [`${VERSION}/do/comment`]: doneBy(VERSION, 'clinician'),
  [`${VERSION}/do/export`]: doneBy(VERSION, ...READERS),
  [`${VERSION}/do/list`]: doneBy(`${VERSION}/try`, ...READERS),
  [`${VERSION}/do/room`]: doneBy(`${VERSION}/try`, 'clinician'),
  [`${VERSION}/do/publish`]: doneBy(`${VERSION}/publish`, 'clinician'),
  [`${VERSION}/do/approve`]: doneBy(VERSION, 'clinician'),
  [`${VERSION}/do/return`]: doneBy(VERSION, 'clinician'),
  '/staff/research': seenBy('researcher'),
  '/staff/research/do/codebook': doneBy('/staff/research', 'researcher'),
  '/staff/research/do/pathways': doneBy('/staff/research', 'researcher'),
  '/staff/research/do/transitions': doneBy('/staff/research', 'researcher'),
  '/staff/research/funnel': seenBy('researcher'),
  '/staff/research/funnel/csv': handler(
    staff(['researcher'], 'page'),
    all('method'),
    all('method'),
  ),
  '/staff/services': seenBy('clinician', 'administrator'),
  '/staff/services/[id]': seenBy('clinician', 'administrator'),
  '/staff/services/[id]/do/save': doneBy('/staff/services/[id]', 'clinician', 'administrator'),
  '/staff/services/add': seenBy('clinician', 'administrator'),
  '/staff/services/add/do/save': doneBy('/staff/services/add', 'clinician', 'administrator'),
  '/staff/services/do/export': doneBy('/staff/services', 'clinician', 'administrator'),
  '/staff/services/do/import': doneBy('/staff/services', 'clinician', 'administrator'),
  '/staff/services/do/looked': doneBy('/staff/services', 'clinician', 'administrator'),
  '/staff/services/do/checked': doneBy('/staff/services', 'clinician', 'administrator'),
  '/staff/services/do/confirm': doneBy('/staff/services', 'clinician', 'administrator'),
  '/staff/services/do/pause': doneBy('/staff/services', 'clinician', 'administrator'),
  '/staff/services/do/reopen': doneBy('/staff/services', 'clinician', 'administrator'),
};

/** The posts that ask for a second factor of the last 10 minutes: signing, exporting, people's accounts. */
export const FRESH: ReadonlySet<string> = new Set(
  [
    `${PEOPLE}/do/disable`,
    `${PEOPLE}/do/enable`,
    `${PEOPLE}/do/invite`,
    `${PEOPLE}/do/roles`,
    `${PEOPLE}/do/withdraw`,
    `${VERSION}/do/approve`,
    `${VERSION}/do/publish`,
    '/staff/account/do/codes',
    '/staff/admin/audit/do/download',
    '/staff/placements/do/resume',
    '/staff/account/do/add-passkey',
    '/staff/account/do/remove-passkey',
    '/staff/research/do/pathways',
    '/staff/research/do/transitions',
  ].map((path) => `/[locale]${path}`),
);

/** The expectations by the name that the built server gives a route. */
export const ROUTES: ReadonlyMap<string, Row> = new Map([
  ...Object.entries(BARE),
  ...Object.entries(BELOW).map(([path, row]) => [`/[locale]${path}`, row] as const),
]);

/** Every route of the built server, by its own manifests. */
export function builtRoutes(): readonly string[] {
  const named = readManifest('.next/app-path-routes-manifest.json');
  const built = Object.keys(readManifest('.next/server/app-paths-manifest.json'));
  const missing = built.filter((entry) => !(entry in named));
  if (missing.length > 0) throw new Error(`Built without an address: ${missing.join(', ')}`);
  return [...new Set(Object.values(named).map(String))];
}

export function readManifest(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

const isFile = (path: string) => /\/(json|text|file)$/.test(path);

/** Every page that a visitor may see, without its language; files to keep are no pages. */
export function visitorPages(): readonly string[] {
  return Object.entries(BELOW)
    .filter(([path]) => !path.startsWith('/staff') && !isFile(path))
    .filter(([, { get }]) => Object.values(get).includes('page'))
    .map(([path]) => path || '/');
}
