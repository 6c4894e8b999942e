import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { EraseMessages } from '#components/place/erase-messages.tsx';
import { eraseMessages } from '#lib/usecases/visitor/place/erase-messages.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: paths.return,
  async view({ frame, context, session }) {
    const thread = await readGuidance({ ...context, session }, false);
    if (thread === null) return { go: paths.messages };
    return { page: <EraseMessages frame={frame} waiting={thread.state === 'open'} /> };
  },
  fields: z.object({}),
  async act(ctx) {
    await eraseMessages(ctx);
    return { go: `${paths.messages}?erased` };
  },
});
