import type { Day } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { findTrial, insertTrial, listTrialCodes } from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Begins a draft from a template by its code, or from another registration by its id. A repeated post makes one. */
export async function startTrialDraft(
  ctx: StaffContext<'research:trials'>,
  from: string,
): Promise<Result<string, 'unknown'>> {
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    const start = await findStart(tx, from, ctx.today);
    if (!start) return err('unknown');
    const code = freeCode(start.code, await listTrialCodes(tx));
    const registration = { ...start, code };
    const authorId = ctx.actor.id;
    const made = await insertTrial(tx, { registration, authorId, form: ctx.key, at: ctx.now });
    if (!made) return err('unknown');
    const entry = { actor: `staff:${authorId}`, action: 'trial.drafted' } as const;
    if (made.isNew) await appendAudit(tx, { ...entry, subject: code, detail: { from } });
    return ok(made.id);
  });
}

async function findStart(tx: Tx, from: string, today: Day): Promise<Registration | undefined> {
  if (isUuid(from)) return (await findTrial(tx, from))?.registration;
  return templates(today).find(({ code }) => code === from);
}

const LONGEST_CODE = 40;

function freeCode(code: string, taken: ReadonlySet<string>): string {
  const bare = code.replace(/-\d+$/, '').slice(0, LONGEST_CODE - 5);
  let free = bare;
  for (let n = 2; taken.has(free); n += 1) free = `${bare}-${n}`;
  return free;
}
