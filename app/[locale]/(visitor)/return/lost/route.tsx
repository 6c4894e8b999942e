import { openPage } from '#app/_request/page.ts';
import { Lost } from '#components/place/lost.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'personal',
  view: ({ frame }) => ({ page: <Lost frame={frame} /> }),
});
