import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { openPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { ServiceWrong } from '#components/public/service-wrong.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { REPORT_KINDS } from '#lib/domain/referrals/report.ts';
import { findListedService } from '#lib/usecases/visitor/next/find-listed-service.ts';
import { reportService } from '#lib/usecases/visitor/next/report-service.ts';

export const dynamic = 'force-dynamic';

/** Of one network in 10 minutes: a household that calls place after place, and no machine that fills the counts. */
const MOST_REPORTS = 10;

export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, opened, errors }) {
    const id = String(opened.params['id'] ?? '') as ServiceId;
    const service = await findListedService(context, id);
    if (!service) return { status: 404 };
    const done = opened.url.searchParams.has('sent');
    return { page: <ServiceWrong frame={frame} service={service} errors={errors} done={done} /> };
  },
  fields: z.object({ kind: z.enum(REPORT_KINDS, 'public.services.wrong.error') }),
  async act(ctx, { kind }, { params, request }) {
    const id = String(params['id'] ?? '') as ServiceId;
    if (!withinLimits('report', request, MOST_REPORTS, ctx.now)) return { status: 429 };
    const sent = await reportService(ctx, id, kind);
    return sent.ok ? { go: `${paths.serviceWrong(id)}?sent` } : { status: 404 };
  },
});
