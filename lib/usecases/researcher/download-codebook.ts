import { CODEBOOK } from '#lib/domain/evaluation/codebook.ts';
import { csvStream } from '#lib/gateways/datasets.ts';
import { type Translate, translate } from '#lib/i18n/translate.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

const HEADER = ['file', 'position', 'name', 'type', 'values', 'may_be_empty', 'meaning'];

/** What every column of the row-level files means, as a file in the language of the page. */
export async function downloadCodebook(
  ctx: StaffContext<'research:export'>,
): Promise<ReadableStream<Uint8Array>> {
  const t = translate(ctx.locale);
  const rows = CODEBOOK.map(({ file, field, position, type, values, mayBeEmpty }) => {
    // Each column has a text under its own name; a test counts them.
    const key = `research.fields.${file}.${field}` as Parameters<Translate>[0];
    return [`${file}.csv`, position, field, type, values, mayBeEmpty ? 1 : 0, t(key)];
  });
  const actor = `staff:${ctx.actor.id}`;
  const detail = { file: 'codebook', rows: rows.length };
  const entry = { actor, action: 'research.rows_downloaded', subject: null, detail } as const;
  await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  return csvStream(HEADER, rows);
}
