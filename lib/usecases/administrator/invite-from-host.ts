import type { Instant } from '#lib/domain/basics/ids.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import {
  hashInvitationToken,
  randomInvitationToken,
} from '#lib/gateways/staff/invitation-token.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Database } from '#lib/store/client.ts';
import { insertInvitation, removeHostInvitations } from '#lib/store/staff/invitations.ts';
import { countActive } from '#lib/store/staff/staff.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/**
 * The one-time address where an administrator sets up an account: for the first one at every start, or
 * `asked` for by whoever runs the machine, also where there is one (a lost phone). The address that was
 * printed before stops working.
 * @returns null where there is an administrator and nobody asked.
 */
export async function inviteFromHost(start: {
  readonly db: Database;
  readonly now: Instant;
  readonly origin: URL | string;
  readonly locale?: Locale;
  readonly asked?: boolean;
}): Promise<string | null> {
  const { db, now, origin, locale = 'en', asked = false } = start;
  const token = randomInvitationToken();
  const invited = await db.$transaction(async (tx) => {
    if (!asked && (await countActive(tx, 'administrator')) > 0) return false;
    await removeHostInvitations(tx);
    const id = await insertInvitation(tx, {
      tokenHash: hashInvitationToken(token),
      email: null,
      name: null,
      roles: ['administrator'],
      languages: LOCALES,
      service: null,
      invitedBy: null,
      now,
      until: (now + (asked ? HOUR_MS : WEEK_MS)) as Instant,
    });
    if (asked) await appendAudit(tx, { ...ASKED, subject: id });
    return true;
  });
  return invited ? new URL(`/${locale}/staff/invitation/${token}`, origin).href : null;
}

const ASKED = {
  actor: 'system',
  action: 'staff.invited',
  detail: { by: 'host', roles: 'administrator' },
} as const;
