import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { LONGEST_PURPOSE, STUDY_NAME } from '#lib/domain/evaluation/package/request.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { sealNewStudyKey } from '#lib/gateways/study-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findStudy, insertStudy } from '#lib/store/studies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

export type AddRefused = 'bad_name' | 'taken' | 'no_about' | 'too_long';

/** A study with a key of its own, which nobody but the worker can read. */
export async function addStudy(
  ctx: StaffContext<'research:export'>,
  { name, about }: { readonly name: string; readonly about: string },
): Promise<Result<null, AddRefused>> {
  requireFresh(ctx);
  const why = about.trim();
  if (!STUDY_NAME.test(name)) return err('bad_name');
  if (why === '') return err('no_about');
  if (why.length > LONGEST_PURPOSE) return err('too_long');
  const id = randomUuid();
  const keySealed = await sealNewStudyKey(ctx.secrets.vaultPublicKey, id);
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'exports');
    const known = await findStudy(tx, { name });
    // The same post again changes nothing.
    if (known) return known.about === why && !known.ended ? ok(null) : err('taken');
    const { id: madeBy } = ctx.actor;
    await insertStudy(tx, { id, name, about: why, keySealed, madeBy, at: ctx.now });
    const entry = { action: 'research.study_added', subject: id, detail: { name } } as const;
    await appendAudit(tx, { actor: `staff:${madeBy}`, ...entry });
    return ok(null);
  });
}
