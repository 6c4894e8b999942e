import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { MOST_PROBLEMS } from '#lib/domain/referrals/hsds/problems.ts';
import type { EntriesRefused } from '#lib/domain/referrals/hsds/read-entries.ts';
import { importServices } from '#lib/usecases/staff/directory/import-services.ts';

const PAGE = staffPaths.services;

export const POST = staffPost({
  permission: 'services:edit',
  fields: z.object({
    file: z.string().default(''),
    'file-name': z
      .string()
      .default('')
      .transform((name) => name.trim() || 'services'),
    language: z.enum(LOCALES).catch('en'),
  }),
  page: () => PAGE,
  upload: 2 * 1024 * 1024,
  unkept: ['file'],
  async act(ctx, { file, 'file-name': name, language }, opened) {
    const bytes = Buffer.from(file, 'base64');
    const imported = await importServices(ctx, { name, bytes, language });
    if (!imported.ok) return { back: PAGE, ...toldOf(imported.error) };
    const told = Object.entries(imported.value).map(([what, count]) => [what, String(count)]);
    return {
      go: PAGE,
      cookies: [tellOn(opened, PAGE, { imported: 'yes', ...Object.fromEntries(told) })],
    };
  },
});

/** The first problems go with the page, which says whether there are more. */
function toldOf(refused: EntriesRefused) {
  if (refused.kind === 'file') {
    return { errors: [{ field: 'file', text: `directory.import.error.${refused.problem}` }] };
  }
  const { problems } = refused;
  return {
    errors: [{ field: 'file', text: 'directory.import.error.rows' }],
    facts: {
      problems: JSON.stringify(problems.slice(0, MOST_PROBLEMS)),
      count: String(problems.length),
    },
  };
}
