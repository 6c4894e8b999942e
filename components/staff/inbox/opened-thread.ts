import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Band } from '#lib/domain/screening/band.ts';

/** A thread as a guide may see it: no pathway, and the band only where it was shared. */
export interface OpenedThread {
  readonly thread: {
    readonly id: string;
    readonly locale: Locale;
    readonly tier: Tier | null;
    readonly band: Band | null;
    readonly state: 'open' | 'answered' | 'closed';
    readonly promisedAt: number | null;
  };
  readonly messages: readonly {
    readonly seq: number;
    readonly author: 'visitor' | 'staff';
    readonly text: string;
  }[];
  readonly late: boolean;
}
