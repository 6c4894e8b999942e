import type { ReactElement } from 'react';
import type { FormError } from '#components/form/errors.ts';
import { emergencyFor, linesFor } from '#lib/domain/safety/crisis-lines.ts';

/** A page in one of its states. */
export interface Sample {
  readonly name: string;
  readonly page: ReactElement;
  /** Names of fields that must be told to be fixed on it. */
  readonly failing?: readonly string[];
}

export const NONE = { errors: [], values: {} } as const;
export const HELP = { emergency: emergencyFor('HK'), lines: linesFor('HK') };

export function failed(field: string, text: string): readonly FormError[] {
  return [{ field, text }];
}

export const STEPS = [
  { tier: 'guidance', promise: 'Tuesday 6 August, 6pm', suggested: true, closed: false },
  { tier: 'community', suggested: false, closed: true },
  {
    tier: 'face_to_face',
    serviceName: 'Harbour Room (example)',
    waitDays: 9,
    cost: 'HK$135',
    suggested: false,
    closed: false,
  },
] as const;
export const [GUIDANCE, COMMUNITY, FACE] = STEPS;
