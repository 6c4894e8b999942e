import { openPage } from '#app/_request/page.ts';
import { ServiceFiguresPage } from '#components/public/info/figures.tsx';
import { viewServiceFigures } from '#lib/usecases/visitor/view-service-figures.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view: async ({ frame, context }) => ({
    page: <ServiceFiguresPage frame={frame} view={await viewServiceFigures(context)} />,
  }),
});
