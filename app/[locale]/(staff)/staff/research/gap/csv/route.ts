import { shownBy } from '#app/_request/staff/shown-by.ts';
import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';

/** The tables of the page beside it, with the same numbers. */
export const GET = staffDownload('research:funnel', async (ctx, request) => {
  const by = shownBy(new URL(request.url).searchParams.get('by'));
  return { name: `gap-by-${by}.csv`, body: (await viewGap(ctx, by, 'file')).csv };
});
