// Every state of the visitor's pages: whose session it takes.
import type { Locale } from '#lib/domain/basics/locale.ts';
import { wordingOf } from '#lib/i18n/instruments.ts';
import { NO_POST, TOPIC } from './group-people.ts';

const WHO = [
  'nobody',
  'begun',
  'shared',
  'supported',
  'followed',
  'finished',
  'minimal',
  'mild',
  'severe',
  'crisis',
  'uncounted',
  'asked',
  'both',
  'short',
  'chosen',
  'planWhen',
  'planFirst',
  'planFeeling',
  'planAnswer',
  'planning',
  'planned',
  'reminded',
  'compared',
  'hindered',
  'paused',
  'written',
  'mailed',
  'grouped',
] as const;
export type Who = (typeof WHO)[number];

export interface State {
  readonly who: Who;
  readonly path: string;
  /** The form of the page was sent without an answer: the page says what to fix. */
  readonly failed?: boolean;
}

/** Addresses that are there for everyone. */
export const PUBLIC_PATHS = [
  '/',
  '/help',
  '/services',
  '/services/example-street-clinic',
  '/services/example-street-clinic/wrong',
  '/services/example-street-clinic/wrong?sent',
  '/what-we-keep',
  '/stay-private',
  '/for-someone-else',
  '/paper',
  '/about',
  '/about/figures',
  '/accessibility',
  '/tell-us',
  '/tell-us?case=K7M2-9QXC&set=0',
  '/tell-us?case=K7M2-9QXC&set=2',
  '/display',
  '/check',
  '/check/age',
  '/check/ended',
  '/group',
  `/group/${TOPIC}`,
  `/group/report/${NO_POST}`,
  `/group/report/${NO_POST}?sent`,
  '/group/figures',
  '/return',
  '/return/lost',
  `/stop/${'A'.repeat(32)}`,
  '/mine/deleted',
  '/nothing-here',
] as const;

const FOLLOW_UP = '/check/follow-up';

const OF: Readonly<Record<Exclude<Who, 'nobody'>, readonly string[]>> = {
  begun: ['/check/research', '/check/care', '/check/1', '/check/9', '/check/all'],
  shared: ['/check/2', '/help'],
  supported: ['/check/support', FOLLOW_UP, '/mine/hard-times'],
  followed: [FOLLOW_UP],
  finished: ['/check/answers', '/check/likely'],
  minimal: ['/next'],
  mild: ['/next', '/next/score', '/next/other'],
  severe: ['/next'],
  crisis: ['/next', '/next/score', '/not-today'],
  uncounted: ['/next', '/next/score'],
  asked: ['/check/1', '/check/5', '/check/all'],
  both: ['/next', '/next/score', '/check/answers'],
  short: ['/next'],
  chosen: [
    '/services',
    '/services/example-street-clinic',
    '/plan/keep',
    '/plan/keep/check',
    '/next/likely',
    '/plan/ready',
    '/message',
    '/mine',
  ],
  planWhen: ['/plan'],
  planFirst: ['/plan'],
  planFeeling: ['/plan/first'],
  planAnswer: ['/plan/feeling'],
  planning: ['/plan', '/plan/first', '/plan/feeling', '/plan/answer', '/plan/remind'],
  planned: [
    ...['/plan', '/plan/ready', '/mine', '/mine/data', '/mine/hard-times', '/mine/checkin'],
    ...['/mine/over-time', '/mine/waiting', '/mine/waiting?said=1', '/mine/waiting?said=5'],
    '/mine/who-knows',
  ],
  compared: ['/plan/first-visit', '/plan/ready'],
  reminded: ['/plan/ready', '/plan/reminder', '/mine/who-knows'],
  hindered: ['/next/obstacles', '/next/idea/1', '/next/idea/2', '/next/idea/1?set=2'],
  paused: ['/not-today', '/not-today?noted', '/plan/keep', '/mine/again'],
  written: [
    ...['/mine', '/mine/messages', '/mine/messages/mail', '/mine/cases', '/tell-us'],
    ...['/mine/messages/delete', '/mine/data', '/mine/who-knows'],
  ],
  mailed: ['/mine/messages', '/mine/messages/mail', '/mine/who-knows'],
  grouped: ['/group', `/group/${TOPIC}`, `/group/${TOPIC}/new`, '/group/my-posts', '/mine/data'],
};

const FAILED: readonly State[] = [
  { who: 'grouped', path: `/group/${TOPIC}/new` },
  { who: 'nobody', path: '/check' },
  { who: 'nobody', path: '/return' },
  { who: 'nobody', path: '/tell-us' },
  { who: 'nobody', path: '/services/example-street-clinic/wrong' },
  { who: 'mild', path: '/services/example-street-clinic' },
  { who: 'begun', path: '/check/1' },
  { who: 'asked', path: '/check/all' },
  { who: 'begun', path: '/check/all' },
  { who: 'mild', path: '/next/other' },
  { who: 'crisis', path: '/not-today' },
  { who: 'chosen', path: '/plan/keep/check' },
  { who: 'planWhen', path: '/plan' },
  { who: 'planned', path: '/mine/checkin' },
  { who: 'planned', path: '/mine/waiting' },
  { who: 'planFirst', path: '/plan/first' },
  { who: 'planAnswer', path: '/plan/answer' },
  { who: 'planning', path: '/plan/remind' },
  { who: 'hindered', path: '/next/obstacles' },
  { who: 'chosen', path: '/message' },
  { who: 'written', path: '/mine/data' },
  { who: 'mailed', path: '/mine/messages/mail' },
].map((state) => ({ ...state, failed: true }) as State);

export const STATES: readonly State[] = [
  ...PUBLIC_PATHS.map((path) => ({ who: 'nobody', path }) as const),
  ...Object.entries(OF).flatMap(([who, paths]) => paths.map((path) => ({ who: who as Who, path }))),
  ...FAILED,
];

/** The states that a language has: its page of the follow-up needs published words. */
export function statesIn(locale: Locale): readonly State[] {
  return STATES.filter(({ path }) => path !== FOLLOW_UP || wordingOf('asq', locale) !== null);
}

export const describeState = ({ who, path, failed }: State) =>
  `${path} (${who}${failed ? ', sent empty' : ''})`;
