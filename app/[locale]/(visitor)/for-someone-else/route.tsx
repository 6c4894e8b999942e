import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { ForSomeoneElsePage } from '#components/public/info/for-someone-else.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: ({ frame, context }) => ({
    page: (
      <ForSomeoneElsePage
        frame={frame}
        emergency={helpLines(frame.country).emergency}
        address={new URL(frame.href('/'), context.config.origin).href}
      />
    ),
  }),
});
