import { z } from 'zod';
import { displayCookie } from '#app/_request/cookie/display.ts';
import { openPage } from '#app/_request/page.ts';
import { DisplayPage } from '#components/public/display.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'personal',
  view: ({ frame, errors, opened }) => ({
    page: (
      <DisplayPage frame={frame} errors={errors} saved={opened.url.searchParams.has('saved')} />
    ),
  }),
  fields: z.object({
    text: z.enum(['normal', 'large', 'largest']).default('normal'),
    contrast: z.enum(['normal', 'more']).default('normal'),
    theme: z.enum(['auto', 'light', 'dark']).default('auto'),
    leaveKey: z.enum(['on', 'off']).default('on'),
    lowData: z.literal('yes').optional(),
  }),
  async act(_ctx, { lowData, ...chosen }, { display }) {
    const next = { ...display, ...chosen, lowData: lowData === 'yes' };
    return { go: '/display?saved', cookies: [displayCookie(next)] };
  },
});
