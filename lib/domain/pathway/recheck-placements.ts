import { type LivePolicy, route } from '#lib/domain/routing/route.ts';
import { factsAt, scoresAt } from './facts-at.ts';
import type { PathwayRow } from './row.ts';
import { TRANSITION, type Transition, type TransitionOf } from './transition.ts';

type Offer = TransitionOf<'tier.offered'>;

/** What pages read of the last offer; null where the row itself is gone. */
export type FoldedOffer = Pick<PathwayRow, 'tierOffered' | 'crisisFloor' | 'offeredPolicy'> | null;

/** Of one pathway, what placements follow from: the steps as they came from the store, in their order. */
export interface StoredPlacements {
  readonly steps: readonly unknown[];
  readonly folded: FoldedOffer;
}

export interface PlacementFault {
  /** `offer`: it does not follow; `row`: pages show another; `unreadable`: it cannot be read at all. */
  readonly kind: 'offer' | 'row' | 'unreadable';
  /** All that it is about: the same fault again is about the same. */
  readonly about: unknown;
}

/** A version by its hash; `lost` where it is not there or is no longer what its hash says. */
export type FindVersion = (hash: string) => LivePolicy | 'lost';

export interface Rechecked {
  readonly offers: number;
  readonly faults: readonly PlacementFault[];
}

/**
 * The tripwire: every placement of a pathway computed once more from what was stored, and compared with
 * the offer on record. One whose version is lost cannot be computed; that is a fault of the version.
 */
export function recheckPlacements(stored: StoredPlacements, find: FindVersion): Rechecked {
  const read: Transition[] = [];
  for (const step of stored.steps) {
    const { data } = TRANSITION.safeParse(step);
    // What comes after a step that cannot be read follows from nothing.
    if (!data) return { offers: 0, faults: [{ kind: 'unreadable', about: step }] };
    read.push(data);
  }
  const offers = read.filter((one): one is Offer => one.step === 'tier.offered');
  const faults = offers
    .filter((offer) => !follows(read, offer, find))
    .map(
      (offer): PlacementFault => ({
        kind: 'offer',
        about: read.slice(0, read.indexOf(offer) + 1),
      }),
    );
  const last = offers.at(-1);
  if (last && !isFolded(last, stored.folded)) {
    faults.push({ kind: 'row', about: [last, stored.folded] });
  }
  return { offers: offers.length, faults };
}

function follows(steps: readonly Transition[], offer: Offer, find: FindVersion): boolean {
  const { payload, policyHash, day } = offer;
  const policy = policyHash === null ? null : find(policyHash);
  if (policy === 'lost') return true;
  const before = steps.slice(0, steps.indexOf(offer));
  const { occasion } = payload;
  const scores = scoresAt(before, occasion);
  // Placed without a check: `route` has a word for it, the record must not.
  if (scores.length === 0) return false;
  const again = route(factsAt(before, { occasion, day, scores }), policy);
  return (
    again.tier === payload.tier &&
    again.ruleId === payload.ruleId &&
    again.reason === payload.reason &&
    again.crisisFloor === payload.crisisFloor &&
    again.policyHash === policyHash &&
    again.alsoOpen.join() === payload.alsoOpen.join()
  );
}

function isFolded({ payload, policyHash }: Offer, folded: FoldedOffer): boolean {
  return (
    folded !== null &&
    folded.tierOffered === payload.tier &&
    folded.crisisFloor === payload.crisisFloor &&
    folded.offeredPolicy === policyHash
  );
}
