import { openPage } from '#app/_request/page.ts';
import { Deleted } from '#components/place/deleted.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'personal',
  view: ({ frame }) => ({ page: <Deleted frame={frame} /> }),
});
