import type { Locale } from '#lib/domain/basics/locale.ts';
import { WAITING_WORDS, type WaitingWord } from '#lib/domain/pathway/visit-word.ts';
import { TOPICS, type Topic } from '#lib/domain/screening/topics.ts';

/** Every address of the visitor's side, without the locale: `frame.href(paths.question(3))`. */
export const paths = {
  home: '/',
  help: '/help',
  services: '/services',
  service: (id: string) => `/services/${id}`,
  serviceWrong: (id: string) => `/services/${id}/wrong`,
  whatWeKeep: '/what-we-keep',
  stayPrivate: '/stay-private',
  forSomeoneElse: '/for-someone-else',
  paper: '/paper',
  about: '/about',
  serviceFigures: '/about/figures',
  accessibility: '/accessibility',
  tellUs: '/tell-us',
  /** A number and a mark: the address stands in the browser's history. */
  toldUs: (number: string, set: number) => `/tell-us?case=${number}&set=${set}`,
  display: '/display',
  leave: '/leave',
  check: '/check',
  /** A number: the address stands in the browser's history. */
  checkOn: (topic: Topic) => `/check?set=${TOPICS.indexOf(topic) + 1}`,
  care: '/check/care',
  age: '/check/age',
  research: '/check/research',
  question: (number: number) => `/check/${number}`,
  allQuestions: '/check/all',
  support: '/check/support',
  followUp: '/check/follow-up',
  likely: '/check/likely',
  answers: '/check/answers',
  ended: '/check/ended',
  next: '/next',
  score: '/next/score',
  scoreFile: '/next/score/file',
  other: '/next/other',
  likelyAfter: '/next/likely',
  obstacles: '/next/obstacles',
  /** A number: the address stands in the browser's history, and says nothing of where somebody works. */
  idea: (k: number, staff = false) => `/next/idea/${k}${staff ? '?set=2' : ''}`,
  notToday: '/not-today',
  plan: '/plan',
  planFirst: '/plan/first',
  planFeeling: '/plan/feeling',
  planAnswer: '/plan/answer',
  planRemind: '/plan/remind',
  planReminder: '/plan/reminder',
  stop: (token: string) => `/stop/${token}`,
  calendar: '/plan/ready/calendar',
  slipText: '/plan/ready/text',
  keep: '/plan/keep',
  keepCheck: '/plan/keep/check',
  keepText: '/plan/keep/text',
  ready: '/plan/ready',
  firstVisit: '/plan/first-visit',
  visit: '/visit',
  message: '/message',
  group: '/group',
  groupPosts: '/group/my-posts',
  groupPost: (id: string) => `/group/my-posts/${id}`,
  groupFigures: '/group/figures',
  groupReport: (id: string) => `/group/report/${id}`,
  topic: (id: string) => `/group/${id}`,
  newPost: (topic: string) => `/group/${topic}/new`,
  return: '/return',
  /** A number: the address stands in a message and in the browser's history. */
  returnFromReminder: '/return?set=2',
  returnLost: '/return/lost',
  mine: '/mine',
  messages: '/mine/messages',
  mail: '/mine/messages/mail',
  eraseMessages: '/mine/messages/delete',
  takeStep: '/mine/messages/step',
  checkIn: '/mine/checkin',
  hardTimes: '/mine/hard-times',
  again: '/mine/again',
  overTime: '/mine/over-time',
  waiting: '/mine/waiting',
  /** A number: the address stands in the browser's history. */
  waitingSaid: (word: WaitingWord) => `/mine/waiting?said=${WAITING_WORDS.indexOf(word) + 1}`,
  whoKnows: '/mine/who-knows',
  myReports: '/mine/cases',
  data: '/mine/data',
  deleted: '/mine/deleted',
} as const;

/** One of the lists of messages; `after` names where a page of it begins. */
interface InboxList {
  readonly tab: string;
  readonly all: boolean;
  readonly after?: string;
}

/** The staff side. `verb` posts go to `…/do/<verb>`: `staffDo(staffPaths.people, 'invite')`. */
export const staffPaths = {
  home: '/staff',
  signIn: '/staff/sign-in',
  signOut: '/staff/sign-out',
  confirm: '/staff/confirm',
  account: '/staff/account',
  policy: '/staff/policy',
  draft: (id: string) => `/staff/policy/draft/${id}`,
  version: (hash: string) => `/staff/policy/version/${hash}`,
  tryDraft: (id: string) => `/staff/policy/draft/${id}/try`,
  compareDraft: (id: string) => `/staff/policy/draft/${id}/compare`,
  tryVersion: (hash: string) => `/staff/policy/version/${hash}/try`,
  publish: (hash: string) => `/staff/policy/version/${hash}/publish`,
  services: '/staff/services',
  bridges: '/staff/bridges',
  service: (id: string) => `/staff/services/${id}`,
  addService: '/staff/services/add',
  placements: '/staff/placements',
  inbox: '/staff/inbox',
  inboxList: ({ tab, all, after }: InboxList) =>
    `/staff/inbox?tab=${tab}${all ? '&all=1' : ''}${after === undefined ? '' : `&after=${after}`}`,
  thread: (id: string) => `/staff/inbox/${id}`,
  moderate: '/staff/moderate',
  groupItem: (id: string) => `/staff/moderate/${id}`,
  topics: '/staff/moderate/topics',
  bans: '/staff/moderate/bans',
  handover: '/staff/handover',
  replies: '/staff/replies',
  addReply: '/staff/replies/add',
  savedReply: (id: string) => `/staff/replies/${id}`,
  desk: '/staff/desk',
  deskDone: '/staff/desk/done',
  deskSheet: '/staff/desk/sheet',
  deskEnter: '/staff/desk/enter',
  research: '/staff/research',
  funnel: '/staff/research/funnel',
  trials: '/staff/research/trials',
  trial: (id: string) => `/staff/research/trials/${id}`,
  trialSize: '/staff/research/trials/size',
  gap: '/staff/research/gap',
  time: '/staff/research/time',
  harm: '/staff/research/harm',
  packages: '/staff/research/export',
  package: (id: string) => `/staff/research/export/${id}`,
  endStudy: (id: string) => `/staff/research/export/study/${id}`,
  dictionary: '/staff/research/dictionary',
  reports: '/staff/reports',
  report: (id: string) => `/staff/reports/${id}`,
  roster: '/staff/admin/roster',
  addShift: '/staff/admin/roster/add',
  shift: (id: string) => `/staff/admin/roster/shift/${id}`,
  daysOff: '/staff/admin/roster/days-off',
  pause: '/staff/admin/pause',
  pausePart: (part: string) => `/staff/admin/pause/${part}`,
  people: '/staff/admin/people',
  roles: '/staff/admin/roles',
  audit: '/staff/admin/audit',
} as const;

export function staffDo(page: string, verb: string): string {
  return `${page}/do/${verb}`;
}

/** The full path of a page in a language: `/zh-hans/check/3`, `/en` for the first page. */
export function localised(locale: Locale, path: string): string {
  return `/${locale}${path.replace(/^\/(?=$|\?)/, '')}`;
}

/** The same path, for somebody who came by a listed entry point. */
export function cameBy(path: string, from: string | null): string {
  return from === null ? path : `${path}${path.includes('?') ? '&' : '?'}from=${from}`;
}
