import { openPage } from '#app/_request/page.ts';
import { ServicesPage } from '#components/public/services.tsx';
import { readServiceFilter } from '#lib/domain/referrals/service-filter.ts';
import { hasResult } from '#lib/usecases/context.ts';
import { listOpenServices } from '#lib/usecases/visitor/next/list-open-services.ts';

export const dynamic = 'force-dynamic';

/** The whole directory, without a question asked. */
export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, session, opened }) {
    const filter = readServiceFilter(Object.fromEntries(opened.url.searchParams));
    const { found, ...choices } = await listOpenServices(context, filter);
    const page = (
      <ServicesPage
        frame={frame}
        found={found}
        filter={filter}
        canChoose={hasResult(session)}
        page={opened.url.searchParams.get('page') ?? undefined}
        {...choices}
      />
    );
    return { page };
  },
});
