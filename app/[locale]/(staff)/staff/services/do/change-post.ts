import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { changeService, type ServiceChangeKind } from '#lib/usecases/staff/change-service.ts';

const SERVICES = '/staff/services';

/** The post of one kind of change to one entry of the directory. */
export function changePost(change: ServiceChangeKind) {
  return staffPost({
    permission: 'services:edit',
    fields: z.object({ service: z.string().regex(CODE) }),
    page: () => SERVICES,
    async act(ctx, { service }, opened) {
      const result = await changeService(ctx, service as ServiceId, change);
      if (!result.ok) return { status: 404 };
      return { go: SERVICES, cookies: [tellOn(opened, SERVICES, { service, change })] };
    },
  });
}
