import type { PathwayId } from '#lib/domain/basics/ids.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import type { SentChannel } from '#lib/domain/plan/reminder.ts';
import { reminderId, reminderIds, sealReminder } from '#lib/gateways/reminder-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { forgetReminders, putReminders } from '#lib/store/reminders.ts';
import type { Context } from '#lib/usecases/context.ts';

/** One message with the exact words that were shown before. */
export interface OrderedMessage {
  readonly k: 1 | 2;
  readonly at: PlanTime;
  readonly subject: string;
  readonly text: string;
}

/** What somebody asked for on the page of the reminder. */
export interface ReminderOrder {
  readonly channel: SentChannel;
  /** An address, or a push subscription as JSON. */
  readonly to: string;
  readonly token: string;
  readonly stop: string;
  readonly messages: readonly OrderedMessage[];
}

/** Puts the messages of a plan into the vault, inside the transaction that makes it. */
export async function orderReminders(
  tx: Tx,
  { config, secrets }: Pick<Context, 'config' | 'secrets'>,
  {
    order,
    ...plan
  }: { readonly order: ReminderOrder; readonly pathwayId: PathwayId; readonly planSeq: number },
): Promise<void> {
  const { token, messages, ...kept } = order;
  const zone = config.timeZone;
  const rows = await Promise.all(
    messages.map(async ({ k, at, ...words }) => {
      const id = reminderId(token, k);
      const message = { version: 1, ...plan, ...kept, k, ...at, zone, ...words } as const;
      return { id, sealed: await sealReminder(secrets.vaultPublicKey, id, message) };
    }),
  );
  await putReminders(tx, rows);
}

/** Takes them out again; true where one was still to come. */
export async function dropReminders(tx: Tx, token: string): Promise<boolean> {
  return (await forgetReminders(tx, reminderIds(token))) > 0;
}
