import type { Instant } from '#lib/domain/basics/ids.ts';
import { closeAlert, listOpenAlerts, putAlert } from '#lib/store/alerts.ts';
import type { Tx } from '#lib/store/client.ts';

/** Nobody can send them any more; that they were lost stays in sight for so long. */
const SHOWN_MS = 7 * 86_400_000;

/** Tells staff what should have gone out and did not, and what never will. */
export async function reportSending(
  tx: Tx,
  what: 'reminders' | 'mails',
  { late, missed }: { readonly late: number; readonly missed: number },
  at: Instant,
): Promise<void> {
  const lateOnes = { kind: `${what}_late`, subject: what } as const;
  const missedOnes = { kind: `${what}_missed`, subject: what } as const;
  if (late > 0) await putAlert(tx, { ...lateOnes, detail: { count: late }, at });
  else await closeAlert(tx, { ...lateOnes, by: null, at });
  const [open] = await listOpenAlerts(tx, missedOnes.kind);
  if (missed > 0) {
    const count = missed + Number(open?.detail['count'] ?? 0);
    await putAlert(tx, { ...missedOnes, detail: { count }, at });
  } else if (open && at - open.openedAt > SHOWN_MS) {
    await closeAlert(tx, { ...missedOnes, by: null, at });
  }
}
