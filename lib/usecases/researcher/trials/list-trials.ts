import { templates } from '#lib/domain/evaluation/trials/registration.ts';
import { listTrials } from '#lib/store/trials.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Every comparison that was written down, with its state, and what a new one can begin with. */
export async function viewTrials(ctx: StaffContext<'trials:read'>) {
  const trials = await listTrials(ctx.db);
  return {
    trials: trials.map(({ id, registration, author, now, hash }) => ({
      id,
      title: registration.title,
      code: registration.code,
      author: author.name,
      state: now.state,
      opensOn: registration.opensOn,
      locked: hash !== null,
    })),
    templates: templates(ctx.today),
  };
}
