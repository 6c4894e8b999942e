import { wired } from '#app/_request/wiring.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import {
  CRISIS_COUNTRIES,
  emergencyFor,
  FALLBACK_DIRECTORY,
  linesFor,
  youthLinesFor,
} from '#lib/domain/safety/crisis-lines.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { viewLineChecks } from '#lib/usecases/visitor/next/view-line-checks.ts';

/** The help lines of a country, from the data that ships with the product: no database is needed. */
export function helpLines(country: string) {
  return { emergency: emergencyFor(country), lines: withChecks(linesFor(country)) };
}

export function youthLines(country: string) {
  return { emergency: emergencyFor(country), lines: withChecks(youthLinesFor(country)) };
}

export const COUNTRIES = CRISIS_COUNTRIES;
export const DIRECTORY = FALLBACK_DIRECTORY;

const FRESH_MS = 10_000;

// One copy for all routes of the process; they do not share their modules.
const shared = globalThis as {
  handrailChecks?: { readonly askedAt: number; readonly dates: ReadonlyMap<string, string> };
};

function withChecks(lines: readonly CrisisLine[]): readonly CrisisLine[] {
  void refreshLineChecks();
  return lines.map((line) => {
    const checkedOn = shared.handrailChecks?.dates.get(line.id);
    return checkedOn === undefined ? line : { ...line, checkedOn };
  });
}

/**
 * Reads the dates of the checks anew where they are not fresh. No page awaits it: help is shown without
 * the database (ruling R15), with the dates that were read last.
 */
export async function refreshLineChecks(): Promise<void> {
  const askedAt = Date.now();
  const { handrailChecks: last } = shared;
  if (last && askedAt - last.askedAt < FRESH_MS) return;
  shared.handrailChecks = { askedAt, dates: last?.dates ?? new Map() };
  const { db, config } = wired();
  const today = localTime(askedAt as Instant, config.timeZone).day;
  try {
    shared.handrailChecks = { askedAt, dates: await viewLineChecks({ db, today }) };
  } catch {
    // Without the database the last dates stay; whoever needs it will say that it is down.
  }
}
