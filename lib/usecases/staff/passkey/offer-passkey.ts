import { requestOptions } from '#lib/gateways/staff/passkey.ts';
import { listPasskeys } from '#lib/store/staff/passkeys.ts';
import type { Context, StaffContext } from '#lib/usecases/context.ts';

/** What the sign-in page asks a passkey to sign: nobody is known yet. */
export function offerSignIn(ctx: Context): Promise<string> {
  return requestOptions(ctx, { purpose: 'sign-in', bound: '' });
}

/** The same to confirm; null for who has no passkey. */
export async function offerConfirm(ctx: StaffContext, sessionId: string): Promise<string | null> {
  if ((await listPasskeys(ctx.db, ctx.actor.id)).length === 0) return null;
  return requestOptions(ctx, { purpose: 'confirm', bound: sessionId });
}
