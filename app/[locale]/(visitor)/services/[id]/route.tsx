import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { FirstVisit } from '#components/care/visit.tsx';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { serviceState } from '#lib/domain/referrals/age.ts';
import { openService } from '#lib/usecases/visitor/next/open-service.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, session, opened }) {
    const id = String(opened.params['id'] ?? '') as ServiceId;
    const service = await openService({ ...context, ...(session ? { session } : {}) }, id);
    if (!service) return { status: 404 };
    const page = (
      <FirstVisit
        frame={frame}
        service={service}
        stale={serviceState(service, context.today) === 'old'}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
});
