import { z } from 'zod';
import { openPage } from '#app/_request/page.ts';
import { chooseAndPlan } from '#app/_request/plan/choose-and-plan.ts';
import { ServicesPage } from '#components/public/services.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { readServiceFilter } from '#lib/domain/referrals/service-filter.ts';
import { hasResult } from '#lib/usecases/context.ts';
import { listOpenServices } from '#lib/usecases/visitor/next/list-open-services.ts';

export const dynamic = 'force-dynamic';

/** The whole directory, without a question asked. */
export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, session, opened, errors }) {
    const filter = readServiceFilter(Object.fromEntries(opened.url.searchParams));
    const { found, ...choices } = await listOpenServices(context, filter);
    const page = (
      <ServicesPage
        frame={frame}
        found={found}
        filter={filter}
        canChoose={hasResult(session)}
        errors={errors}
        page={opened.url.searchParams.get('page') ?? undefined}
        {...choices}
      />
    );
    return { page };
  },
  fields: z.object({ service: z.string().regex(CODE, 'public.services.choose.error.gone') }),
  act: (ctx, { service }) =>
    chooseAndPlan(ctx, { id: service as ServiceId, mode: null, slot: null }, ''),
});
