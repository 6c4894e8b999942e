import { FiguresPage } from '#components/group/figures-page.tsx';
import { GroupClosed } from '#components/group/group-closed.tsx';
import { GroupPage } from '#components/group/group-page.tsx';
import { type MyPost, MyPosts } from '#components/group/my-posts.tsx';
import { ReportPage } from '#components/group/report-page.tsx';
import { TopicPage } from '#components/group/topic-page.tsx';
import { WritePage } from '#components/group/write-page.tsx';
import type { Frame } from '#components/layout/frame.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Door } from '#lib/domain/community/door.ts';
import { POST_STATES } from '#lib/domain/community/post.ts';
import { FIGURES } from '#lib/domain/evaluation/group-figures.ts';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const DAY = 20_780 as Day;
const HERE: Door = {
  why: null,
  reads: true,
  until: { day: DAY, minute: 1080 },
  next: { day: DAY, minute: 600 },
};
const AWAY: Door = { ...HERE, why: 'away', until: null, next: { day: DAY, minute: 1080 } };
const MEMBER = { joined: true, mayJoin: true, writesFrom: null, banned: false, way: null };
const TOPIC = {
  id: '5b1d8a3e-6f0e-4c53-9a54-2f6d3c7b1e10',
  locale: 'en',
  title: 'Evenings',
  opening: 'What helps you in the evening?',
  closed: false,
} as const;
const TOPICS = [TOPIC, { ...TOPIC, id: 'b', closed: true }];

const POST = {
  id: '0f1c2b3a-1111-4222-8333-444455556666',
  name: 'quiet lantern',
  nameLocale: 'en',
  locale: 'zh-hant',
  text: '晚上最難過。\n行幾步會好一點。',
  note: null,
  week: DAY,
} as const;

const OWN: MyPost = {
  id: 'a',
  topic: 'Evenings',
  topicLocale: 'en',
  name: 'quiet lantern',
  locale: 'en',
  state: 'held',
  text: 'Evenings are long for me.',
  pending: null,
  note: null,
  reason: null,
  week: DAY,
  mayEdit: true,
};

const EVERY_STATE: readonly MyPost[] = [
  ...POST_STATES.map((state, i) => ({
    ...OWN,
    id: `s${i}`,
    state,
    reason: state === 'hidden' || state === 'change_asked' ? ('method' as const) : null,
    mayEdit: ['held', 'change_asked', 'shown', 'reported'].includes(state),
  })),
  { ...OWN, id: 'p', state: 'shown', pending: 'Evenings are better now.' },
  { ...OWN, id: 'r', state: 'shown', reason: 'names' },
];

export function groupSamples(frame: Frame): readonly Sample[] {
  const open = { frame, topics: TOPICS, left: false, ...HELP };
  const write = {
    frame,
    ...NONE,
    post: '/group/b/new',
    back: '/group/b',
    topic: TOPIC,
    door: HERE,
    changes: false,
    preview: null,
    ...HELP,
  };
  const preview = { text: 'Evenings are long. […]', note: null, masked: [], risk: false } as const;
  const topic = { frame, topic: TOPIC, door: HERE, earlier: null, later: false, ...HELP };
  const mine = { frame, errors: [], posts: EVERY_STATE, news: null, care: false, ...HELP };
  const report = { frame, ...NONE, id: 'a', post: POST, sent: false, ...HELP };
  const counts = FIGURES.map((figure, i) => ({
    ...figure,
    count:
      i % 2 === 0 ? ({ kind: 'shown', value: 25 } as const) : ({ kind: 'suppressed' } as const),
  }));
  return [
    { name: 'group', page: <GroupPage {...open} door={HERE} member={null} /> },
    { name: 'group-member', page: <GroupPage {...open} door={HERE} member={MEMBER} /> },
    {
      name: 'group-way',
      page: <GroupPage {...open} door={AWAY} member={{ ...MEMBER, way: 'plan' }} />,
    },
    {
      name: 'group-new',
      page: (
        <GroupPage
          {...open}
          door={HERE}
          member={{ ...MEMBER, joined: false, writesFrom: DAY }}
          left
        />
      ),
    },
    {
      name: 'group-banned',
      page: (
        <GroupPage
          {...open}
          topics={[]}
          door={{ ...AWAY, next: null }}
          member={{ ...MEMBER, banned: true }}
        />
      ),
    },
    {
      name: 'group-stalled',
      page: <GroupPage {...open} door={{ ...HERE, why: 'stalled' }} member={MEMBER} />,
    },
    {
      name: 'group-unattended',
      page: <GroupPage {...open} door={{ ...HERE, why: 'unattended' }} member={MEMBER} />,
    },
    { name: 'group-closed', page: <GroupClosed frame={frame} known={false} {...HELP} /> },
    { name: 'group-closed-known', page: <GroupClosed frame={frame} known {...HELP} /> },
    {
      name: 'topic',
      page: <TopicPage {...topic} posts={[POST, { ...POST, id: 'n', note: 'death' }]} />,
    },
    { name: 'topic-empty', page: <TopicPage {...topic} posts={[]} /> },
    { name: 'topic-away', page: <TopicPage {...topic} door={AWAY} posts={[]} /> },
    {
      name: 'topic-pages',
      page: (
        <TopicPage
          {...topic}
          topic={{ ...TOPIC, closed: true }}
          posts={[POST]}
          earlier={21}
          later
        />
      ),
    },
    { name: 'write', page: <WritePage {...write} /> },
    {
      name: 'write-failed',
      page: <WritePage {...write} errors={failed('text', 'group.new.empty')} />,
      failing: ['text'],
    },
    { name: 'write-preview', page: <WritePage {...write} preview={preview} /> },
    {
      name: 'write-preview-risk',
      page: (
        <WritePage
          {...write}
          changes
          preview={{ ...preview, note: 'self_harm', masked: ['phone', 'link'], risk: true }}
        />
      ),
    },
    { name: 'my-posts', page: <MyPosts {...mine} /> },
    { name: 'my-posts-care', page: <MyPosts {...mine} news="sent" care /> },
    { name: 'my-posts-none', page: <MyPosts {...mine} posts={[]} news="deleted" /> },
    {
      name: 'my-posts-failed',
      page: <MyPosts {...mine} errors={failed('words-s4', 'group.new.tooLong')} />,
      failing: ['words-s4'],
    },
    { name: 'report', page: <ReportPage {...report} /> },
    { name: 'report-sent', page: <ReportPage {...report} post={null} sent /> },
    { name: 'report-gone', page: <ReportPage {...report} post={null} /> },
    {
      name: 'report-failed',
      page: <ReportPage {...report} errors={failed('reason', 'group.report.choose')} />,
      failing: ['reason'],
    },
    {
      name: 'figures',
      page: <FiguresPage frame={frame} from={DAY} to={DAY} counts={counts} hours="5-12" />,
    },
    {
      name: 'figures-few',
      page: <FiguresPage frame={frame} from={DAY} to={DAY} counts={counts} hours={null} />,
    },
  ];
}
