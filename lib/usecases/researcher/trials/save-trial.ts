import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { registrationSchema } from '#lib/domain/evaluation/trials/registration.ts';
import { findTrial, markTrial } from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type SaveRefused =
  | 'gone'
  | 'not_yours'
  /** Saved again after the page was drawn, or registered. */
  | 'changed'
  /** Parts of the registration that do not hold. */
  | readonly string[];

export interface TrialSave {
  readonly id: string;
  readonly revision: number;
  /** As it was typed; its code and format stay as they are. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Keeps a draft as its author typed it. */
export async function saveTrial(
  ctx: StaffContext<'research:trials'>,
  { id, revision, typed }: TrialSave,
): Promise<Result<null, SaveRefused>> {
  if (!isUuid(id)) return err('gone');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    const trial = await findTrial(tx, id);
    if (!trial) return err('gone');
    if (trial.author.id !== ctx.actor.id) return err('not_yours');
    const { code, format } = trial.registration;
    const read = registrationSchema.safeParse({ ...typed, code, format });
    if (!read.success)
      return err([...new Set(read.error.issues.map(({ path }) => String(path[0])))]);
    if (JSON.stringify(read.data) === JSON.stringify(trial.registration)) return ok(null);
    const change = { id, revision, registration: read.data, at: ctx.now };
    return (await markTrial(tx, change)) ? ok(null) : err('changed');
  });
}
