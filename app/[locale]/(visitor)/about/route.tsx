import { openPage } from '#app/_request/page.ts';
import { AboutPage } from '#components/public/info/about.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: ({ frame, context }) => ({
    page: <AboutPage frame={frame} responsible={context.config.responsible} />,
  }),
});
