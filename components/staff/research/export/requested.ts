import type { Day } from '#lib/domain/basics/ids.ts';
import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import type {
  Failure,
  PackageFilter,
  RequestState,
} from '#lib/domain/evaluation/package/request.ts';

export interface StudyRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly ended: boolean;
}

export interface RequestRow {
  readonly id: string;
  readonly study: StudyRow;
  readonly tier: AccessTier;
  readonly purpose: string;
  readonly filter: PackageFilter;
  readonly without: readonly string[];
  readonly cutoff: Day;
  readonly state: RequestState;
  /** Null: the operator of the machine. */
  readonly asker: { readonly name: string } | null;
  readonly decider: { readonly name: string } | null;
  readonly note: string | null;
  readonly doneFiles: number;
  readonly snapshotId: string | null;
  readonly people: number | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly merges: Found | null;
  readonly failure: Failure | null;
}
