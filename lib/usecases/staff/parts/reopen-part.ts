import type { Part } from '#lib/domain/roster/pause.ts';
import { removePause } from '#lib/store/roster.ts';
import { changeRoster } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Opens a part before its pause is over. */
export async function reopenPart(ctx: StaffContext<'parts:pause'>, part: Part): Promise<void> {
  await changeRoster(ctx, 0, async (tx) =>
    (await removePause(tx, part, ctx.now))
      ? { action: 'part.reopened', subject: part, detail: {} }
      : null,
  );
}
