import { openPage } from '#app/_request/page.ts';
import { closedPage } from '#app/_request/show/closed-page.tsx';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { Group } from '#components/care/group.tsx';

export const dynamic = 'force-dynamic';

/** Closed until a moderator is on the roster (decision D12); the page says what stands in. */
export const { GET, POST } = openPage({
  kind: 'journey',
  async view(view) {
    const { frame } = view;
    return (
      (await closedPage(view, 'group')) ?? {
        page: <Group frame={frame} {...helpLines(frame.country)} />,
      }
    );
  },
});
