import { isReady } from '#lib/store/client.ts';
import { wired } from './wiring.ts';

export function databaseAnswers(): Promise<boolean> {
  return isReady(wired().db).catch(() => false);
}
