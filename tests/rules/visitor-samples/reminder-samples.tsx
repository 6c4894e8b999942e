import type { Frame } from '#components/layout/frame.ts';
import { MyReminder } from '#components/plan/my-reminder.tsx';
import { type RemindOffer, RemindPage } from '#components/plan/remind-page.tsx';
import { mailWords } from '#components/plan/reminder-words.ts';
import { StopPage } from '#components/plan/stop-page.tsx';
import type { Day } from '#lib/domain/basics/ids.ts';
import { REMINDER_LEVELS } from '#lib/domain/plan/reminder.ts';
import { failed, NONE, type Sample } from './sample.ts';

const AT = { day: 20_672 as Day, minute: 1080 };

function offerIn(frame: Frame): RemindOffer {
  const draft = {
    tier: 'face_to_face',
    service: null,
    ...AT,
    first: 'own',
    firstWords: 'x',
  } as const;
  const facts = {
    origin: new URL('https://handrail.test'),
    draft,
    planned: AT,
    service: null,
    stop: 'https://handrail.test/stop',
  };
  return {
    times: [
      { lead: 'at', when: 'Tuesday 6 August, 6pm' },
      { lead: 'hours', when: 'Tuesday 6 August, 4pm' },
      { lead: 'evening', when: 'Monday 5 August, 8pm' },
    ],
    mail: {
      from: { name: 'Handrail', address: 'reminders@handrail.test' },
      levels: REMINDER_LEVELS.map((level) => ({
        level,
        first: mailWords(frame, { ...facts, level }, 1),
        second: mailWords(frame, { ...facts, level }, 2),
      })),
    },
    push: { key: 'key', subject: 'Your reminder for Tuesday, 6pm' },
  };
}

export function reminderSamples(frame: Frame): readonly Sample[] {
  const page = { frame, ...NONE, sentences: [] };
  return [
    { name: 'plan-remind', page: <RemindPage {...page} offer={offerIn(frame)} /> },
    {
      name: 'plan-remind-failed',
      page: (
        <RemindPage
          {...page}
          errors={failed('email', frame.t('plan.remind.errors.address'))}
          offer={offerIn(frame)}
        />
      ),
      failing: ['email'],
    },
    {
      name: 'plan-remind-late',
      page: <RemindPage {...page} offer={{ ...offerIn(frame), times: [], mail: null }} />,
    },
    {
      name: 'my-reminder',
      page: (
        <MyReminder
          frame={frame}
          errors={[]}
          waiting={{ channel: 'email', when: 'Tuesday 6 August, 6pm' }}
        />
      ),
    },
    { name: 'my-reminder-over', page: <MyReminder frame={frame} errors={[]} waiting={null} /> },
    { name: 'stop', page: <StopPage frame={frame} errors={[]} token="x" waiting="reminders" /> },
    { name: 'stop-mail', page: <StopPage frame={frame} errors={[]} token="x" waiting="mail" /> },
    {
      name: 'stop-already',
      page: <StopPage frame={frame} errors={[]} token="x" waiting={null} />,
    },
  ];
}
