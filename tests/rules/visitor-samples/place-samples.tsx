import type { Frame } from '#components/layout/frame.ts';
import { AnswerAgain } from '#components/place/again.tsx';
import { Deleted } from '#components/place/deleted.tsx';
import { Lost } from '#components/place/lost.tsx';
import { MyData } from '#components/place/my-data.tsx';
import { MyPlace } from '#components/place/my-place.tsx';
import { Return } from '#components/place/return.tsx';
import { EMPTY_ROW } from '#lib/domain/pathway/row.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import { COMMUNITY, FACE, failed, NONE, type Sample } from './sample.ts';

const POSTS = [
  {
    topic: 'Evenings',
    name: 'quiet lantern',
    locale: 'en',
    state: 'held',
    note: null,
    reason: null,
    week: '2026-11-23',
  },
] as const;

const MINE = {
  step: null,
  destination: null,
  decision: null,
  completed: true,
  hasThread: false,
  hasAnswer: false,
  waiting: null,
  again: { due: false, date: null },
  hasCode: true,
  inCheck: false,
  plan: null,
  planOver: false,
  checkIn: false,
  go: 'See where you can go',
  visit: null,
  card: false,
  hasPast: false,
  wasInGroup: false,
  hasReports: true,
} as const;
const SENTENCE = 'If it is Tuesday 6 August, 6pm, then I will call the service.';
const WAITING = { promise: 'Tuesday 6 August, 6pm', late: false };
const FROM = { due: false, date: 'Tuesday 6 August' };

export function placeSamples(frame: Frame): readonly Sample[] {
  const mine = { frame, ...MINE };
  const chosen = { ...mine, decision: 'accepted' } as const;
  return [
    { name: 'return', page: <Return frame={frame} {...NONE} reminded={false} /> },
    {
      name: 'return-failed',
      page: (
        <Return
          frame={frame}
          values={{}}
          errors={failed('code', 'mine.return.visit_code')}
          reminded
        />
      ),
      failing: ['code'],
    },
    { name: 'lost', page: <Lost frame={frame} /> },
    {
      name: 'mine',
      page: <MyPlace {...chosen} step={FACE} destination="/services" again={FROM} />,
    },
    {
      name: 'mine-planned',
      page: <MyPlace {...chosen} step={FACE} destination="/services" plan={[SENTENCE]} />,
    },
    {
      name: 'mine-plan-over',
      page: <MyPlace {...chosen} step={FACE} destination="/services" plan={[SENTENCE]} planOver />,
    },
    { name: 'mine-check-in', page: <MyPlace {...chosen} plan={[SENTENCE]} checkIn /> },
    { name: 'mine-group', page: <MyPlace {...chosen} step={COMMUNITY} destination="/group" /> },
    { name: 'mine-reply', page: <MyPlace {...mine} hasThread hasAnswer /> },
    { name: 'mine-waiting', page: <MyPlace {...mine} hasThread waiting={WAITING} /> },
    {
      name: 'mine-late',
      page: <MyPlace {...mine} hasThread waiting={{ ...WAITING, late: true }} />,
    },
    { name: 'mine-again', page: <MyPlace {...mine} again={{ due: true, date: null }} /> },
    { name: 'again', page: <AnswerAgain frame={frame} answered="Tuesday 6 August" early={null} /> },
    {
      name: 'again-early',
      page: <AnswerAgain frame={frame} answered="Tuesday 6 August" early="Tuesday 20 August" />,
    },
    {
      name: 'mine-visit',
      page: (
        <MyPlace
          {...chosen}
          plan={[SENTENCE]}
          visit={{ due: true, long: true }}
          hasPast
          wasInGroup
        />
      ),
    },
    { name: 'mine-card', page: <MyPlace {...chosen} step={FACE} destination="/services" card /> },
    { name: 'mine-declined', page: <MyPlace {...mine} decision="declined" hasCode={false} /> },
    { name: 'mine-unfinished', page: <MyPlace {...mine} completed={false} inCheck /> },
    { name: 'mine-new', page: <MyPlace {...mine} completed={false} /> },
    { name: 'mine-no-step', page: <MyPlace {...mine} /> },
    { name: 'deleted', page: <Deleted frame={frame} /> },
  ];
}

const TRANSITIONS = [
  {
    ...{ seq: 1, day: 1, step: 'guidance.requested', origin: 'user', policyHash: null },
    payload: {},
  },
  {
    ...{ seq: 2, day: 2, step: 'guidance.answered', origin: 'staff', policyHash: null },
    payload: { hours: '0-24' },
  },
] as const satisfies readonly Transition[];

const THREAD = {
  state: 'open',
  locale: 'en',
  tier: 'guidance',
  band: null,
  openedDay: 1,
  openedAt: '2026-08-04T09:00:00.000Z',
  promisedAt: '2026-08-06T10:00:00.000Z',
  closedOn: null,
  answeredOn: null,
  messages: 2,
  mail: 'there',
  ...{ urgency: 2, assigned: true, team: null, label: true, notes: 1, drafts: 0 },
} as const;

const VISIT_CODES = [
  {
    service: 'example-street-clinic',
    state: 'issued',
    issuedDay: 2,
    redeemedDay: null,
    issuedAt: '2026-08-06T09:00:00.000Z',
    redeemedAt: null,
  },
] as const;

export function dataSamples(frame: Frame): readonly Sample[] {
  const row = { ...EMPTY_ROW, total: 12, band: 'moderate', locale: frame.locale } as const;
  const data = {
    frame,
    ...NONE,
    startDate: '2026-08-04',
    lastUsed: '2026-08-06',
    row,
    transitions: TRANSITIONS,
    hasCode: true,
    thread: THREAD,
    ownRecord: null,
    visitCodes: VISIT_CODES,
    reports: [
      { number: 'K7M2-9QXC', kind: 'harm', arrivedAt: '2026-11-23T09:00:00.000Z', closedAt: null },
    ],
    posts: POSTS,
  };
  return [
    { name: 'data', page: <MyData {...data} askCode /> },
    {
      name: 'data-failed',
      page: <MyData {...data} askCode errors={failed('last4', 'mine.data.last4Error')} />,
      failing: ['last4'],
    },
    { name: 'data-no-code', page: <MyData {...data} hasCode={false} askCode={false} /> },
  ];
}
