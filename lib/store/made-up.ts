import type { Tx } from './client.ts';

/** Whether the people in here were made up, from the first of them on (`simulate`). */
export async function isSimulated(tx: Tx): Promise<boolean> {
  return (await tx.simulated.count()) === 1;
}
