import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { EndedPage } from '#components/public/state/ended.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'personal',
  view: ({ frame }) => ({
    page: <EndedPage frame={frame} help={helpLines(frame.country)} />,
  }),
});
