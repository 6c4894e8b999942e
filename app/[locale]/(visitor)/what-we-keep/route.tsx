import { openPage } from '#app/_request/page.ts';
import { WhatWeKeepPage } from '#components/public/info/what-we-keep.tsx';
import { RETENTION } from '#lib/domain/access/retention.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: ({ frame, context }) => ({
    page: (
      <WhatWeKeepPage
        frame={frame}
        rows={RETENTION.map(({ what, keep }) => ({ key: what, days: keep.days }))}
        cookies={['__Host-s', '__Host-b', '__Host-f', '__Host-d']}
        build={context.config.build}
      />
    ),
  }),
});
