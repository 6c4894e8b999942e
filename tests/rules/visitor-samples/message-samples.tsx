import type { Frame } from '#components/layout/frame.ts';
import { MailPage } from '#components/place/mail-page.tsx';
import { bothMailWords } from '#components/place/mail-words.ts';
import { Messages } from '#components/place/messages.tsx';
import { failed, HELP, NONE, type Sample } from './sample.ts';

const THREAD = {
  items: [
    { from: 'visitor', text: 'I cannot sleep.\nIt is loud at home.' },
    { from: 'staff', text: 'That sounds tiring. What helps a little?' },
  ],
  promise: 'Tuesday 6 August, 6pm',
  late: false,
} as const;

export function messageSamples(frame: Frame): readonly Sample[] {
  const messages = {
    ...{ frame, ...NONE, ...HELP, post: '/message', sent: false, thread: null },
    ...{ mail: null, canMail: false },
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
    { name: 'messages', page: <Messages {...messages} thread={THREAD} sent canShare={false} /> },
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
