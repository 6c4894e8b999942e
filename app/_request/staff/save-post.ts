import { z } from 'zod';
import { staffPaths } from '#components/layout/paths.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { type SaveRefused, saveService } from '#lib/usecases/staff/directory/save-service.ts';
import { drawAgain } from './draw-again.tsx';
import { serviceEdit } from './service-edit.tsx';
import { staffPost, tellOn } from './staff-post.ts';

type At = Readonly<Record<string, string | string[] | undefined>>;

/** The post of the form that changes an entry, or adds one where `idOf` gives null. */
export function savePost(idOf: (at: At) => ServiceId | null) {
  const pageOf = (at: At) => {
    const id = idOf(at);
    return id === null ? staffPaths.addService : staffPaths.service(id);
  };
  return staffPost({
    permission: 'services:edit',
    fields: z.record(z.string(), z.string()),
    page: ({ params }) => pageOf(params),
    draw: (opened, flash) =>
      drawAgain('services:edit', opened, flash, (view) => serviceEdit(view, idOf(opened.params))),
    async act(ctx, typed, opened) {
      const id = idOf(opened.params);
      const kept = await saveService(ctx, { id, seen: typed['seen'] ?? '', typed });
      if (kept.ok) {
        const go = staffPaths.service(kept.value);
        return { go, cookies: [tellOn(opened, go, { saved: 'yes' })] };
      }
      if (kept.error.kind === 'unknown') return { status: 404 };
      return { back: pageOf(opened.params), errors: errorsOf(kept.error) };
    },
  });
}

function errorsOf(refused: Exclude<SaveRefused, { kind: 'unknown' }>) {
  if (refused.kind === 'changed') return [{ field: '', text: 'directory.edit.error.changed' }];
  return refused.problems.map(({ field, code }) => ({
    field,
    text: `directory.edit.error.${code}`,
  }));
}
