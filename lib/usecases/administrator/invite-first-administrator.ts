import type { Instant } from '#lib/domain/basics/ids.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import {
  hashInvitationToken,
  randomInvitationToken,
} from '#lib/gateways/staff/invitation-token.ts';
import type { Database } from '#lib/store/client.ts';
import { insertInvitation, removeFirstInvitations } from '#lib/store/staff/invitations.ts';
import { countActive } from '#lib/store/staff/staff.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * The one-time address where the first administrator sets up an account, or null where there is one.
 * Called by `up` at every start: the address printed before stops working.
 */
export async function inviteFirstAdministrator(start: {
  readonly db: Database;
  readonly now: Instant;
  readonly origin: URL | string;
  readonly locale?: Locale;
}): Promise<string | null> {
  const { db, now, origin, locale = 'en' } = start;
  const token = randomInvitationToken();
  const invited = await db.$transaction(async (tx) => {
    if ((await countActive(tx, 'administrator')) > 0) return false;
    await removeFirstInvitations(tx);
    await insertInvitation(tx, {
      tokenHash: hashInvitationToken(token),
      email: null,
      name: null,
      roles: ['administrator'],
      languages: LOCALES,
      invitedBy: null,
      now,
      until: (now + WEEK_MS) as Instant,
    });
    return true;
  });
  return invited ? new URL(`/${locale}/staff/invitation/${token}`, origin).href : null;
}
