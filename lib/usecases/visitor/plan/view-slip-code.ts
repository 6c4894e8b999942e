import type { ReturnCode } from '#lib/domain/access/return-code.ts';
import { codeOfSession } from '#lib/gateways/code-keys.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** The return code once more, for the slip: only in the browser that it was made in, never on a shared device. */
export function viewSlipCode({
  secrets,
  session,
}: Pick<VisitorContext, 'secrets' | 'session'>): ReturnCode | null {
  const here = session.codeMadeHere === true && session.recordKey !== null && !session.shared;
  return here ? codeOfSession(secrets, session.sid) : null;
}
