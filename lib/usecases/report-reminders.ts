import type { Instant } from '#lib/domain/basics/ids.ts';
import { closeAlert, listOpenAlerts, putAlert } from '#lib/store/alerts.ts';
import type { Tx } from '#lib/store/client.ts';

const LATE = { kind: 'reminders_late', subject: 'reminders' } as const;
const MISSED = { kind: 'reminders_missed', subject: 'reminders' } as const;
/** Nobody can send them any more; that they were lost stays in sight for so long. */
const SHOWN_MS = 7 * 86_400_000;

/** Tells staff what should have gone out and did not, and what never will. */
export async function reportReminders(
  tx: Tx,
  { late, missed }: { readonly late: number; readonly missed: number },
  at: Instant,
): Promise<void> {
  if (late > 0) await putAlert(tx, { ...LATE, detail: { count: late }, at });
  else await closeAlert(tx, { ...LATE, by: null, at });
  const [open] = await listOpenAlerts(tx, MISSED.kind);
  if (missed > 0) {
    const count = missed + Number(open?.detail['count'] ?? 0);
    await putAlert(tx, { ...MISSED, detail: { count }, at });
  } else if (open && at - open.openedAt > SHOWN_MS) {
    await closeAlert(tx, { ...MISSED, by: null, at });
  }
}
