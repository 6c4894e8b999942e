import { openPage } from '#app/_request/page.ts';
import { youthLines } from '#app/_request/show/help-lines.ts';
import { UnderAgePage } from '#components/public/state/under-age.tsx';

export const dynamic = 'force-dynamic';

/** Ruling R6: below the minimum age nothing is asked and no row is written. */
export const { GET, POST } = openPage({
  kind: 'journey',
  view: ({ frame, context }) => ({
    page: (
      <UnderAgePage
        frame={frame}
        minimumAge={context.config.minimumAge}
        help={youthLines(frame.country)}
      />
    ),
  }),
});
