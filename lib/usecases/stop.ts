import { z } from 'zod';

/** What a stop of placements is about, as its alert keeps it. */
const schema = z.object({
  /** Offers that do not follow from what was stored. */
  offers: z.int().catch(0),
  /** Versions that are gone, or are no longer what their hash says. */
  policies: z.array(z.string()).catch([]),
  /** What was found, each as a fingerprint: once a person has resumed, it stops nothing again. */
  known: z.array(z.string()).catch([]),
});

export type Stop = Readonly<z.infer<typeof schema>>;

export function readStop(detail: Readonly<Record<string, unknown>> = {}): Stop {
  return schema.parse(detail);
}

/** Names a stop as far as it was found: another finding makes another name. */
export function seenOf(alertId: string, { offers, policies }: Stop): string {
  return `${alertId} ${offers} ${policies.length}`;
}
