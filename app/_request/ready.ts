import { isReady } from '#lib/store/client.ts';
import { refreshLineChecks } from './show/help-lines.ts';
import { wired } from './wiring.ts';

/** Whoever starts the server asks this first, so the first page already knows when help lines were checked. */
export async function databaseAnswers(): Promise<boolean> {
  const answers = await isReady(wired().db).catch(() => false);
  if (answers) await refreshLineChecks();
  return answers;
}
