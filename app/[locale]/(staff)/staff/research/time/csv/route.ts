import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { viewTime } from '#lib/usecases/researcher/view-time.ts';

/** The table of the page beside it, with the same numbers. */
export const GET = staffDownload('research:funnel', async (ctx) => ({
  name: 'time.csv',
  body: (await viewTime(ctx, 'file')).csv,
}));
