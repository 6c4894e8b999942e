import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { exportRows } from '#lib/usecases/researcher/export-rows.ts';

const PAGE = '/staff/research';

/** A row-level file to keep; without a purpose the page asks for one. */
export function exportPost(file: 'pathways' | 'transitions') {
  return staffPost({
    permission: 'research:export',
    fresh: true,
    fields: z.object({ purpose: z.string().default('').transform(cleanTyped) }),
    page: () => PAGE,
    async act(ctx, { purpose }) {
      const rows = await exportRows(ctx, { file, purpose });
      if (rows.ok) return { file: { name: `${file}.csv`, body: rows.value } };
      const text = `research.files.error.${rows.error}`;
      return { back: PAGE, errors: [{ field: 'purpose', text }] };
    },
  });
}
