import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';

/** The table of the page beside it, with the same numbers. */
export const GET = staffDownload('research:harm', async (ctx) => ({
  name: 'harm.csv',
  body: (await viewHarm(ctx, 'file')).csv,
}));
