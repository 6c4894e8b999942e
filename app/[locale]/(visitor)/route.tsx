import { questionCount } from '#app/_request/check/check-steps.ts';
import { openPage } from '#app/_request/page.ts';
import { Landing } from '#components/public/landing.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: ({ frame }) => ({
    page: <Landing frame={frame} questionCount={questionCount(frame.locale)} />,
  }),
});
