import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { viewResearch } from '#lib/usecases/researcher/view-research.ts';

/** What limits the figures, with the numbers of the page above it. */
export const GET = staffDownload('research:funnel', async (ctx) => ({
  name: 'limits.csv',
  body: (await viewResearch(ctx, 'file')).csv,
}));
