import { lastGroup, locatorOf, makeReturnCode, secretOf } from '#lib/domain/access/return-code.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { codeKeys, locate } from '#lib/gateways/code-keys.ts';
import { randomBytes } from '#lib/gateways/hashes.ts';
import { newSalt } from '#lib/gateways/password.ts';
import { insertReturnCode } from '#lib/store/return-codes.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';

/**
 * Makes the return code of a pathway that has none. It is shown only after it is stored, lives in the
 * sealed session until its end was typed back, and cannot be looked up again.
 */
export async function issueCode(
  ctx: VisitorContext,
): Promise<Result<VisitorSession, 'busy' | 'has_one'>> {
  const { session, secrets } = ctx;
  if (session.recordKey !== null) return ok(session);
  const code = makeReturnCode(randomBytes(32));
  const salt = newSalt();
  const keys = await codeKeys(secrets, secretOf(code), salt);
  if (keys === 'busy') return err('busy');
  const stored = await insertReturnCode(ctx.db, {
    pathwayId: session.pathwayId,
    locator: locate(secrets, locatorOf(code)),
    salt,
    verifier: keys.verifier,
  });
  return stored
    ? ok({ ...session, code, codeEnd: lastGroup(code), recordKey: keys.recordKey })
    : err('has_one');
}
