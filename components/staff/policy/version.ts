import { type Policy, policySchema } from '#lib/domain/routing/policy.ts';
import type { Decision, VersionState } from '#lib/domain/routing/review/approval.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A policy version with what became of it. */
export interface Version {
  readonly hash: string;
  readonly name: string;
  readonly document: unknown;
  readonly author: Person | null;
  readonly createdAt: number;
  readonly state: VersionState;
  readonly decisions: readonly {
    readonly staff: Person | null;
    readonly decision: Decision;
    readonly note: string;
    readonly at: number;
  }[];
  readonly activations: readonly { readonly at: number; readonly by: Person | null }[];
}

export function policyOf({ document }: Pick<Version, 'document'>): Policy | null {
  const read = policySchema.safeParse(document);
  return read.success ? read.data : null;
}

/** Enough of a hash to tell versions apart by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
