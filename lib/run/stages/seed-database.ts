import type { Config } from '#lib/config.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openDatabase } from '#lib/store/client.ts';
import { inviteFromHost } from '#lib/usecases/administrator/invite-from-host.ts';
import { type Seeded, seed } from '#prisma/seed.ts';

export interface Started extends Seeded {
  /** Where an administrator sets up an account; null where there is one and nobody asked. */
  readonly setUpAddress: string | null;
}

/** As owner: only the owner may add a policy that has no author. */
export async function seedDatabase(
  config: Config,
  ownerUrl: string,
  asked: boolean,
): Promise<Started> {
  const db = openDatabase({ url: ownerUrl, max: 1 });
  try {
    const now = Date.now() as Instant;
    const seeded = await seed(db, now, localTime(now, config.timeZone).day);
    const { origin, defaultLocale: locale } = config;
    return { ...seeded, setUpAddress: await inviteFromHost({ db, now, origin, locale, asked }) };
  } finally {
    await db.$disconnect();
  }
}
