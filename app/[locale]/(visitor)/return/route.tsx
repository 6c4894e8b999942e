import { z } from 'zod';
import type { Opened } from '#app/_request/base.ts';
import { newSession } from '#app/_request/cookie/session.ts';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { openPage } from '#app/_request/page.ts';
import { Return } from '#components/place/return.tsx';
import { noteReminded } from '#lib/usecases/visitor/place/note-reminded.ts';
import { returnWithCode } from '#lib/usecases/visitor/place/return-with-code.ts';

export const dynamic = 'force-dynamic';

/** They came by the link of a reminder. */
const isReminded = ({ url }: Pick<Opened, 'url'>) => url.searchParams.get('set') === '2';

/** Guesses of one network and 10 minutes; a whole clinic behind one address still gets through. */
const MOST_TRIES = 30;

export const { GET, POST } = openPage({
  kind: 'journey',
  view: ({ frame, opened, errors, values }) => ({
    page: <Return frame={frame} errors={errors} values={values} reminded={isReminded(opened)} />,
  }),
  fields: z.object({
    code: z.string().max(200, 'mine.return.unknown').default(''),
    device: z.enum(['private', 'shared'], 'check.start.deviceError'),
  }),
  // Only a device that was said to be one person's own shows a code again.
  secret: ({ device }, session) => (device !== 'private' || session?.shared ? ['code'] : []),
  async act(ctx, { code, device }, opened) {
    if (!withinLimits('return', opened.request, MOST_TRIES, ctx.now)) return { status: 429 };
    const returned = await returnWithCode(ctx, code);
    if (!returned.ok) {
      if (returned.error === 'busy') return { errors: [{ field: '', text: 'shell.form.busy' }] };
      const known = returned.error === 'visit_code' || returned.error === 'empty';
      const text = known ? `mine.return.${returned.error}` : 'mine.return.unknown';
      return { errors: [{ field: 'code', text }] };
    }
    if (isReminded(opened)) await noteReminded(ctx, returned.value.pathwayId);
    const session = newSession(ctx.now, { ...returned.value, shared: device === 'shared' });
    return { go: '/mine', session };
  },
});
