import type { Alert } from '#lib/store/alerts.ts';

/**
 * What the case about an alert is about: its kind, and which step where one is closed. Never a thread, whose id
 * would be tied to clock times.
 */
export function alertSubject({ kind, subject }: Pick<Alert, 'kind' | 'subject'>): string {
  return kind === 'tier_closed' ? `${kind}.${subject}` : kind;
}
