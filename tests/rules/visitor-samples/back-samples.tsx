import type { Frame } from '#components/layout/frame.ts';
import { OverTimePage } from '#components/place/over-time.tsx';
import { WaitingPage } from '#components/place/waiting.tsx';
import { WaitingSaid } from '#components/place/waiting-said.tsx';
import { WhoKnows } from '#components/place/who-knows.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { WAITING_WORDS } from '#lib/domain/pathway/visit-word.ts';
import { SINCE } from './result-samples.tsx';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const NAME = { en: 'Harbour Room', 'zh-hans': '海港室', 'zh-hant': '海港室' };
const FAR = { id: 'harbour-room' as ServiceId, name: NAME, waitDays: 60 };
const NEAR = { ...FAR, id: 'hill-room' as ServiceId, waitDays: 1 };

/** What somebody sees who comes back. */
export function backSamples(frame: Frame): readonly Sample[] {
  const lines = HELP.lines.slice(0, 1);
  const wait = {
    ...{ frame, ...NONE, service: FAR, since: '6 August 2026', lines: [] },
    ...{ booked: false, long: true, sooner: NEAR, guide: true },
  };
  const totals = [12, 18, null].map((total, i) => ({
    date: `${6 + 14 * i} August 2026`,
    forms: [{ instrument: 'phq-9', total } as const],
  }));
  const over = { frame, checks: totals, since: SINCE, talk: '/message', lines };
  const knows = {
    frame,
    contact: 'none',
    answers: null,
    research: false,
    service: null,
    hasVisitCode: false,
  } as const;
  return [
    { name: 'over-time', page: <OverTimePage {...over} /> },
    { name: 'over-time-one', page: <OverTimePage {...over} checks={[]} since={[]} lines={[]} /> },
    { name: 'waiting', page: <WaitingPage {...wait} /> },
    { name: 'waiting-guide', page: <WaitingPage {...wait} sooner={null} lines={lines} /> },
    {
      name: 'waiting-booked',
      page: <WaitingPage {...wait} {...{ service: null, booked: true, long: false }} />,
    },
    {
      name: 'waiting-failed',
      page: <WaitingPage {...wait} errors={failed('word', 'place.waiting.error')} />,
      failing: ['word'],
    },
    ...WAITING_WORDS.map((word) => ({
      name: `waiting-${word}`,
      page: <WaitingSaid frame={frame} word={word} place="/services/hill-room" lines={lines} />,
    })),
    { name: 'who-knows', page: <WhoKnows {...knows} hasCode={false} guides="none" /> },
    {
      name: 'who-knows-all',
      page: (
        <WhoKnows
          {...{
            frame,
            contact: 'email',
            answers: 'there',
            guides: 'band',
            service: 'Harbour Room',
          }}
          {...{ hasCode: true, hasVisitCode: true, research: true }}
        />
      ),
    },
    {
      name: 'who-knows-place',
      page: (
        <WhoKnows
          {...knows}
          contact="push"
          answers="answer"
          hasCode
          guides="has"
          service="Harbour Room"
        />
      ),
    },
  ];
}
