import type { ComponentProps } from 'react';
import type { Frame } from '#components/layout/frame.ts';
import { EraseMessages } from '#components/place/erase-messages.tsx';
import { MailPage } from '#components/place/mail-page.tsx';
import { bothMailWords } from '#components/place/mail-words.ts';
import { Messages } from '#components/place/messages.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const NO_STEP = { step: null, taken: false, service: null } as const;

const THREAD: NonNullable<ComponentProps<typeof Messages>['thread']> = {
  items: [
    { ...NO_STEP, seq: 1, from: 'visitor', text: 'I cannot sleep.\nIt is loud at home.' },
    {
      ...{ ...NO_STEP, seq: 2, from: 'staff', text: 'That sounds tiring. What helps a little?' },
      ...{ step: { kind: 'plan' }, taken: true },
    },
    {
      ...{ ...NO_STEP, seq: 3, from: 'staff', text: 'A talk in person may fit now.' },
      step: { kind: 'step_up', tier: 'face_to_face', reason: 'worse' },
    },
    {
      ...{ ...NO_STEP, seq: 4, from: 'staff', text: 'What was it like?' },
      step: { kind: 'none', reason: 'asked_back' },
    },
    {
      ...{ ...NO_STEP, seq: 5, from: 'staff', text: 'They have time next week.' },
      ...{ step: { kind: 'service', service: 'clinic' as ServiceId }, service: 'The clinic' },
    },
  ],
  promise: 'Tuesday 6 August, 6pm',
  late: false,
};

export function messageSamples(frame: Frame): readonly Sample[] {
  const messages = {
    ...{ mail: null, canMail: false },
    ...{ frame, ...NONE, ...HELP, post: '/message', news: null, helpFirst: false, thread: null },
    ...{ canWrite: true, canShare: true, nextPromise: 'Tuesday 6 August, 6pm' },
  } as const;
  return [
    { name: 'message', page: <Messages {...messages} /> },
    { name: 'message-no-promise', page: <Messages {...messages} nextPromise={null} /> },
    { name: 'message-away', page: <Messages {...messages} canWrite={false} /> },
    {
      name: 'message-failed',
      page: <Messages {...messages} errors={failed('text', 'mine.message.empty')} />,
      failing: ['text'],
    },
    {
      name: 'messages',
      page: <Messages {...messages} thread={THREAD} news="sent" canShare={false} />,
    },
    {
      name: 'messages-closed',
      page: <Messages {...messages} thread={{ ...THREAD, promise: null }} />,
    },
    {
      name: 'messages-by-mail',
      page: <Messages {...messages} thread={THREAD} mail="there" canMail />,
    },
    {
      name: 'messages-unreachable',
      page: <Messages {...messages} thread={THREAD} mail="unreachable" canMail />,
    },
    ...mailSamples(frame),
    {
      name: 'messages-help-first',
      page: <Messages {...messages} thread={THREAD} news="sent" helpFirst />,
    },
    { name: 'messages-erased', page: <Messages {...messages} news="erased" /> },
    { name: 'messages-delete', page: <EraseMessages frame={frame} waiting /> },
    {
      name: 'messages-late',
      page: <Messages {...messages} thread={{ ...THREAD, late: true }} />,
    },
  ];
}

function mailSamples(frame: Frame): readonly Sample[] {
  const facts = { origin: new URL('https://handrail.test'), stop: 'https://handrail.test/stop' };
  const offer = {
    from: { name: 'Handrail', address: 'reminders@handrail.test' },
    letters: bothMailWords(frame, facts),
  };
  const page = { frame, ...NONE, offer };
  const states = [null, 'there', 'answer', 'unreachable', 'complaint'] as const;
  return [
    ...states.map((state) => ({
      name: `mail-${state ?? 'off'}`,
      page: <MailPage {...page} state={state} />,
    })),
    {
      name: 'mail-failed',
      page: (
        <MailPage {...page} state={null} errors={failed('email', 'mine.mail.errors.address')} />
      ),
      failing: ['email'],
    },
    { name: 'mail-no-server', page: <MailPage {...page} state="there" offer={null} /> },
  ];
}
