import { CODEBOOK_HEADER, codebookRows } from '#lib/domain/evaluation/package/codebook-rows.ts';
import { csvStream } from '#lib/gateways/datasets.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** What every column of the package means, as a file, before anybody has a package. */
export async function downloadCodebook(
  ctx: StaffContext<'research:export'>,
): Promise<ReadableStream<Uint8Array>> {
  const shape = { tier: 'controlled', without: [], levels: {}, comparisons: [] } as const;
  const rows = codebookRows({ shape }, PACKAGE_LABELS);
  const actor = `staff:${ctx.actor.id}`;
  const detail = { file: 'codebook', rows: rows.length };
  const entry = { actor, action: 'research.rows_downloaded', subject: null, detail } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return csvStream(CODEBOOK_HEADER, rows);
}
