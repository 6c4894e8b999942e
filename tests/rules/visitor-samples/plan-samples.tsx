import { CheckIn } from '#components/checkin/check-in.tsx';
import { Went } from '#components/checkin/went.tsx';
import type { Frame } from '#components/layout/frame.ts';
import { AnswerPage } from '#components/plan/answer-page.tsx';
import { FeelingPage } from '#components/plan/feeling-page.tsx';
import { FirstPage } from '#components/plan/first-page.tsx';
import { FirstVisitPage } from '#components/plan/first-visit-page.tsx';
import { HardTimes } from '#components/plan/hard-times.tsx';
import { PlanReady } from '#components/plan/plan-ready.tsx';
import { planSentences } from '#components/plan/plan-words.ts';
import { WhenPage } from '#components/plan/when-page.tsx';
import type { Day } from '#lib/domain/basics/ids.ts';
import { WENT } from '#lib/domain/pathway/payloads.ts';
import { FIRST_ACTS, type Plan } from '#lib/domain/plan/plan.ts';
import { planMinutes } from '#lib/domain/plan/plan-time.ts';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const PLAN: Plan = {
  tier: 'face_to_face',
  service: 'example',
  day: 20_672 as Day,
  minute: 1080,
  first: 'call',
  firstWords: null,
  outcome: 'lighter',
  feeling: 'nervous',
  answer: 'normal',
  answerWords: null,
  reminder: 'calendar',
};
const NAME = 'Harbour Room (example)';

export function planSamples(frame: Frame): readonly Sample[] {
  const sentences = planSentences(frame, PLAN, NAME);
  const page = { frame, ...NONE, sentences };
  const acts = FIRST_ACTS.face_to_face;
  const ready = {
    frame,
    plan: PLAN,
    sentences,
    destination: '/services/example',
    go: NAME,
    checkInDate: 'Tuesday 13 August',
    reminder: { channel: 'email', when: 'Tuesday 6 August, 6pm' } as const,
    visit: ['RQ4', '7KD', '2MX'],
    lines: HELP.lines.slice(0, 1),
    qr: { size: 21, path: 'M0 0h7v7h-7z' },
  };
  const told = (field: string, text: string) => ({ ...page, errors: failed(field, text) });
  const hard = {
    frame,
    ...NONE,
    ...HELP,
    kept: null,
    canKeep: true,
    closes: null,
    done: false,
    back: '/mine',
  } as const;
  const kept = { signs: 'no sleep', myself: 'walk\nmusic', places: '', people: '', safer: '' };
  return [
    {
      name: 'check-in',
      page: (
        <CheckIn
          frame={frame}
          {...NONE}
          sentences={sentences}
          inPerson
          booked
          lines={HELP.lines.slice(0, 1)}
        />
      ),
    },
    {
      name: 'check-in-failed',
      page: (
        <CheckIn
          frame={frame}
          values={{ sought: 'family,none' }}
          errors={failed('went', 'checkin.error')}
          sentences={[]}
          inPerson={false}
          booked={false}
          lines={[]}
        />
      ),
      failing: ['went'],
    },
    ...WENT.map((went) => ({
      name: `went-${went}`,
      page: <Went frame={frame} went={went} lines={[]} />,
    })),
    { name: 'hard-times', page: <HardTimes {...hard} /> },
    { name: 'hard-times-shared', page: <HardTimes {...hard} closes="6:15pm" /> },
    { name: 'hard-times-kept', page: <HardTimes {...hard} kept={kept} done /> },
    { name: 'hard-times-emptied', page: <HardTimes {...hard} done /> },
    {
      name: 'hard-times-paper',
      page: <HardTimes {...hard} canKeep={false} back="/check/support" />,
    },
    {
      name: 'hard-times-long',
      page: <HardTimes {...hard} errors={failed('people', 'plan.safety.tooLong')} />,
      failing: ['people'],
    },
    {
      name: 'plan',
      page: <WhenPage {...page} sentences={[]} minutes={planMinutes(615)} place={null} />,
    },
    {
      name: 'plan-past',
      page: (
        <WhenPage
          {...told('minute', frame.t('plan.when.error.past'))}
          minutes={planMinutes(undefined)}
          place={{ service: NAME, hours: 'Every day, 10:00 to 18:00' }}
        />
      ),
      failing: ['minute'],
    },
    { name: 'plan-first', page: <FirstPage {...page} acts={acts} service={NAME} /> },
    {
      name: 'plan-first-guide',
      page: <FirstPage {...page} acts={FIRST_ACTS.guidance} service={null} />,
    },
    {
      name: 'plan-first-words',
      page: (
        <FirstPage
          {...told('firstWords', frame.t('plan.first.error.words'))}
          acts={acts}
          service={null}
        />
      ),
      failing: ['firstWords'],
    },
    { name: 'first-visit', page: <FirstVisitPage frame={frame} /> },
    { name: 'plan-feeling', page: <FeelingPage {...page} /> },
    { name: 'plan-answer', page: <AnswerPage {...page} /> },
    { name: 'plan-ready', page: <PlanReady {...ready} code="48271093665120487731" /> },
    {
      name: 'plan-ready-no-code',
      page: (
        <PlanReady
          {...ready}
          plan={{ ...PLAN, reminder: 'none', outcome: null }}
          code={null}
          visit={null}
        />
      ),
    },
  ];
}
