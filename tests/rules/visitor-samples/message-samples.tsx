import type { Frame } from '#components/layout/frame.ts';
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
      name: 'messages-late',
      page: <Messages {...messages} thread={{ ...THREAD, late: true }} />,
    },
  ];
}
