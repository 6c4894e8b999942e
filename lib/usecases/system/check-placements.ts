import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { recheckPlacements } from '#lib/domain/pathway/recheck-placements.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';
import { listOpenAlerts, putAlert, STOP } from '#lib/store/alerts.ts';
import { appendAudit, listAudit } from '#lib/store/audit.ts';
import { listPlacements } from '#lib/store/placements.ts';
import { listStoredPolicies } from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';
import { readStop, type Stop } from '#lib/usecases/stop.ts';

/** 16 characters each: what a release or a restore could do to a whole service. */
const MOST_KNOWN = 20_000;
const MOST_RESUMED = 1_000;

export interface CheckedPlacements {
  /** Every pathway was looked at, not only those used since yesterday. */
  readonly whole: boolean;
  readonly offers: number;
  /** Those that nobody has looked at yet. */
  readonly found: number;
}

interface Finding {
  /** The hash of a policy version; null: it is about an offer. */
  readonly policy: string | null;
  /** Tells the same finding again; holds nothing of the pathway. */
  readonly print: string;
}

/**
 * The tripwire: computes every placement once more from what was stored. On a mismatch that nobody has
 * looked at, placements stop (the open alert is the switch) until a person resumes them. The first run of
 * a day looks at every pathway and says so in the audit log; the others at those used since yesterday.
 */
export async function checkPlacements(
  ctx: Pick<Context, 'db' | 'now' | 'today'>,
): Promise<CheckedPlacements> {
  const { db, today } = ctx;
  const [last] = await listAudit(db, { action: 'system.placements_checked', limit: 1 });
  const whole = (dayFromIso(String(last?.detail['day'])) ?? Number.NEGATIVE_INFINITY) < today;
  const { offers, findings } = await findMismatches(ctx, whole ? null : ((today - 1) as Day));
  const found = findings.length === 0 ? 0 : await stop(ctx, findings);
  if (whole) {
    const detail = { day: isoDate(today), offers, mismatches: findings.length };
    const entry = { actor: 'system', subject: null, detail } as const;
    await appendAudit(db, { ...entry, action: 'system.placements_checked' });
  }
  return { whole, offers, found };
}

async function findMismatches({ db }: Pick<Context, 'db'>, since: Day | null) {
  const versions = await listStoredPolicies(db);
  const lost = new Set([...versions].flatMap(([hash, policy]) => (policy === null ? [hash] : [])));
  const find = (hash: string) => {
    const policy = versions.get(hash) ?? null;
    if (policy !== null) return { policy, hash };
    lost.add(hash);
    return 'lost';
  };
  const findings: Finding[] = [];
  let offers = 0;
  for await (const batch of listPlacements(db, since)) {
    for (const pathway of batch) {
      const checked = recheckPlacements(pathway, find);
      offers += checked.offers;
      for (const fault of checked.faults) {
        findings.push({ policy: null, print: printOf(pathway.id, fault) });
      }
    }
  }
  for (const policy of lost) findings.push({ policy, print: printOf('policy', policy) });
  return { offers, findings };
}

function printOf(...what: readonly unknown[]): string {
  return sha256Hex(JSON.stringify(what)).slice(0, 16);
}

/** Stops placements on what nobody has looked at yet; how many that are. */
function stop({ db, now }: Pick<Context, 'db' | 'now'>, findings: readonly Finding[]) {
  return db.$transaction(async (tx) => {
    await takeTurn(tx, 'placements');
    const resumed = await listAudit(tx, { action: 'placement.resumed', limit: MOST_RESUMED });
    const known = new Set(resumed.flatMap(({ detail }) => readStop(detail).known));
    const found = findings.filter(({ print }) => !known.has(print));
    if (found.length === 0) return 0;
    const [open] = await listOpenAlerts(tx, STOP.kind);
    const detail = merge(readStop(open?.detail), found);
    const isNew = await putAlert(tx, { ...STOP, detail: { ...detail }, at: now });
    if (!isNew) return found.length;
    const { offers, policies } = detail;
    const entry = { actor: 'system', action: 'system.alerted', subject: STOP.kind } as const;
    await appendAudit(tx, { ...entry, detail: { offers, policies } });
    return found.length;
  });
}

function merge(before: Stop, found: readonly Finding[]): Stop {
  // Full: what is beyond it cannot be told from what was counted before.
  if (before.known.length >= MOST_KNOWN) return before;
  const told = new Set(before.known);
  const added = found.filter(({ print }) => !told.has(print));
  const policies = added.flatMap(({ policy }) => policy ?? []);
  return {
    offers: before.offers + added.length - policies.length,
    policies: [...before.policies, ...policies],
    known: [...before.known, ...added.map(({ print }) => print)].slice(0, MOST_KNOWN),
  };
}
