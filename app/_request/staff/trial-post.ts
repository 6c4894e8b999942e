import { z } from 'zod';
import type { StaffOutcome } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { Result } from '#lib/domain/basics/result.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import type { ActRefused } from '#lib/usecases/trial-acts.ts';

/** The fields of each of the forms beside a comparison: which one it is, and its reason. */
export function actFields<A extends string>(acts: readonly A[]) {
  return z.record(z.string(), z.string().max(4_000)).transform((typed, check) => {
    const act = acts.find((one) => one === typed['act']);
    if (act === undefined) {
      check.addIssue({ code: 'custom', message: 'shell.form.stale' });
      return z.NEVER;
    }
    return { act, note: cleanTyped(typed[`note-${act}`] ?? '') };
  });
}

/** Where the browser goes after it: the page, with what is to mend beside the form that was sent. */
export function afterAct(id: string, act: string, done: Result<null, ActRefused>): StaffOutcome {
  const page = staffPaths.trial(id);
  if (done.ok) return { go: page };
  if (done.error === 'gone') return { status: 404 };
  return { back: page, errors: [{ field: `note-${act}`, text: `trials.error.${done.error}` }] };
}
