import { lastGroup, locatorOf, secretOf } from '#lib/domain/access/return-code.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { codeKeys, codeOfSession, isVerifier, locate } from '#lib/gateways/code-keys.ts';
import { newSalt } from '#lib/gateways/password.ts';
import { findDates } from '#lib/store/pathways.ts';
import { findReturnCode, insertReturnCode } from '#lib/store/return-codes.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';

/**
 * Makes the return code of a pathway that has none. It is shown only after it is stored, lives in the
 * sealed session until its end was typed back, and cannot be looked up again. A post that is repeated,
 * because its answer was lost on the way, shows the code that was stored. A pathway that was erased gets none.
 */
export async function issueCode(
  ctx: VisitorContext,
): Promise<Result<VisitorSession, 'busy' | 'has_one' | 'gone'>> {
  const { session, secrets } = ctx;
  if (session.recordKey !== null) return ok(session);
  if (!(await findDates(ctx.db, session.pathwayId))) return err('gone');
  const code = codeOfSession(secrets, session.sid);
  const stored = await findReturnCode(ctx.db, session.pathwayId);
  const salt = stored?.salt ?? newSalt();
  const keys = await codeKeys(secrets, secretOf(code), salt);
  if (keys === 'busy') return err('busy');
  if (stored && !isVerifier(stored.verifier, keys.verifier)) return err('has_one');
  const inserted =
    stored !== null ||
    (await insertReturnCode(ctx.db, {
      pathwayId: session.pathwayId,
      locator: locate(secrets, locatorOf(code)),
      salt,
      verifier: keys.verifier,
    }));
  // A post of the same form was faster: with its salt the same code gives the same keys.
  if (!inserted) return issueCode(ctx);
  return ok({
    ...session,
    code,
    codeMadeHere: true,
    codeEnd: lastGroup(code),
    recordKey: keys.recordKey,
  });
}
