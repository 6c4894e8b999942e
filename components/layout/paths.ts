import type { Locale } from '#lib/domain/basics/locale.ts';

/** Every address of the visitor's side, without the locale: `frame.href(paths.question(3))`. */
export const paths = {
  home: '/',
  help: '/help',
  services: '/services',
  whatWeKeep: '/what-we-keep',
  stayPrivate: '/stay-private',
  forSomeoneElse: '/for-someone-else',
  paper: '/paper',
  about: '/about',
  accessibility: '/accessibility',
  display: '/display',
  leave: '/leave',
  check: '/check',
  age: '/check/age',
  research: '/check/research',
  question: (number: number) => `/check/${number}`,
  allQuestions: '/check/all',
  support: '/check/support',
  likely: '/check/likely',
  answers: '/check/answers',
  ended: '/check/ended',
  next: '/next',
  score: '/next/score',
  other: '/next/other',
  likelyAfter: '/next/likely',
  notToday: '/not-today',
  plan: '/plan',
  keep: '/plan/keep',
  keepCheck: '/plan/keep/check',
  remind: '/plan/remind',
  ready: '/plan/ready',
  visit: '/visit',
  message: '/message',
  group: '/group',
  return: '/return',
  returnLost: '/return/lost',
  mine: '/mine',
  messages: '/mine/messages',
  overTime: '/mine/over-time',
  again: '/mine/again',
  data: '/mine/data',
} as const;

/** The staff side. `verb` posts go to `…/do/<verb>`: `staffDo(staffPaths.people, 'invite')`. */
export const staffPaths = {
  home: '/staff',
  signIn: '/staff/sign-in',
  signOut: '/staff/sign-out',
  setUp: '/staff/set-up',
  policy: '/staff/policy',
  policyEdit: (version: string) => `/staff/policy/${version}/edit`,
  policyTry: (version: string) => `/staff/policy/${version}/try`,
  policyReview: (version: string) => `/staff/policy/${version}/review`,
  policyPublish: (version: string) => `/staff/policy/${version}/publish`,
  policyHistory: '/staff/policy/history',
  services: '/staff/services',
  words: '/staff/words',
  safety: '/staff/safety',
  inbox: '/staff/inbox',
  thread: (id: string) => `/staff/inbox/${id}`,
  research: '/staff/research',
  funnel: '/staff/research/funnel',
  exports: '/staff/research/export',
  dictionary: '/staff/research/dictionary',
  people: '/staff/admin/people',
  place: '/staff/admin/place',
  audit: '/staff/admin/audit',
  keeping: '/staff/admin/keeping',
  health: '/staff/admin/health',
} as const;

export function staffDo(page: string, verb: string): string {
  return `${page}/do/${verb}`;
}

/** The full path of a page in a language: `/zh-hans/check/3`, `/en` for the first page. */
export function localised(locale: Locale, path: string): string {
  return `/${locale}${path === '/' ? '' : path}`;
}
