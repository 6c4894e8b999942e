import type { Config } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openDatabase } from '#lib/store/client.ts';
import { inviteFirstAdministrator } from '#lib/usecases/administrator/invite-first-administrator.ts';
import { type Seeded, seed } from '#prisma/seed.ts';

export interface Started extends Seeded {
  /** Where the first administrator sets up an account; null where there is one. */
  readonly setUpAddress: string | null;
}

/** As owner: only the owner may add a policy that has no author. */
export async function seedDatabase(config: Config, ownerUrl: string): Promise<Started> {
  const db = openDatabase({ url: ownerUrl, max: 1 });
  try {
    const now = Date.now() as Instant;
    const seeded = await seed(db, now, localTime(now, config.timeZone).day);
    const { origin, defaultLocale: locale } = config;
    return { ...seeded, setUpAddress: await inviteFirstAdministrator({ db, now, origin, locale }) };
  } finally {
    await db.$disconnect();
  }
}
