import { staffDownload } from '#app/_request/staff/staff-download.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { writeTrial } from '#lib/usecases/researcher/trials/view-trial.ts';

/** The figures of the page above it, with the same numbers; while results are closed, the page, which says until when. */
export const GET = staffDownload('trials:read', async (ctx, _request, { id }) => {
  const file = await writeTrial(ctx, String(id));
  if (file === 'closed') return { go: staffPaths.trial(String(id)) };
  return file && { name: `${file.code}.csv`, body: file.csv };
});
