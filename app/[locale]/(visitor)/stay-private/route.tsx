import { openPage } from '#app/_request/page.ts';
import { StayPrivatePage } from '#components/public/info/stay-private.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: ({ frame }) => ({
    page: <StayPrivatePage frame={frame} />,
  }),
});
