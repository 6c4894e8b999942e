import { openPage } from '#app/_request/page.ts';
import { FiguresPage } from '#components/group/figures-page.tsx';
import { viewFigures } from '#lib/usecases/visitor/group/view-figures.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: async ({ frame, context }) => ({
    page: <FiguresPage frame={frame} {...(await viewFigures(context))} />,
  }),
});
