import { openPage } from '#app/_request/page.ts';
import { AccessibilityPage } from '#components/public/info/accessibility.tsx';

/** Date of the statement's text; changed with it. */
const STATEMENT_OF = '2026-11-23';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: ({ frame, context }) => ({
    page: (
      <AccessibilityPage
        frame={frame}
        date={STATEMENT_OF}
        contact={context.config.responsible.contact}
      />
    ),
  }),
});
