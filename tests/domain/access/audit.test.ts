import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AUDIT_GENESIS,
  type AuditEntry,
  canonicalEntry,
  findAuditBreak,
  type StoredAuditEntry,
} from '#lib/domain/access/audit.ts';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(length: number): StoredAuditEntry[] {
  const chain: StoredAuditEntry[] = [];
  let prevHash = AUDIT_GENESIS;
  for (let seq = 1; seq <= length; seq++) {
    const entry: AuditEntry = {
      seq,
      at: (1_800_000_000_000 + seq) as Instant,
      actor: (seq % 2 ? 'ada' : 'ben') as StaffId,
      action: 'thread.read',
      subject: `thread-${seq}`,
      detail: { rows: seq, again: false },
    };
    const hash = hashOf(canonicalEntry(entry, prevHash));
    chain.push({ ...entry, prevHash, hash });
    prevHash = hash;
  }
  return chain;
}

describe('the chain of audit entries', () => {
  it('holds when nothing was touched, whole or in pages', () => {
    const chain = chainOf(20);
    expect(findAuditBreak(chain, hashOf)).toBeNull();
    const tenth = chain[9];
    expect(tenth && findAuditBreak(chain.slice(10), hashOf, tenth)).toBeNull();
  });

  it('breaks where any one field was changed', () => {
    const changes: Partial<StoredAuditEntry>[] = [
      { at: 0 as Instant },
      { actor: 'eve' as StaffId },
      { action: 'thread.closed' },
      { subject: null },
      { detail: { rows: 0, again: false } },
      { detail: {} },
      { hash: hashOf('other') },
      { prevHash: hashOf('other') },
      { seq: 99 },
    ];
    fc.assert(
      fc.property(fc.nat({ max: 19 }), fc.constantFrom(...changes), (at, change) => {
        const chain = chainOf(20).map((entry, i) => (i === at ? { ...entry, ...change } : entry));
        expect(findAuditBreak(chain, hashOf)).not.toBeNull();
      }),
    );
  });

  it('breaks where an entry was taken out, put in or moved', () => {
    const chain = chainOf(6);
    const [a, b, c, ...rest] = chain as [StoredAuditEntry, StoredAuditEntry, StoredAuditEntry];
    expect(findAuditBreak([a, c, ...rest], hashOf)).toEqual({ kind: 'gap', seq: 3 });
    expect(findAuditBreak([a, b, b, c], hashOf)).toEqual({ kind: 'gap', seq: 2 });
    expect(
      findAuditBreak(
        [
          { ...b, seq: 1 },
          { ...a, seq: 2 },
        ],
        hashOf,
      ),
    ).not.toBeNull();
    expect(findAuditBreak([b, c, ...rest], hashOf)).toEqual({ kind: 'gap', seq: 2 });
  });

  it('does not depend on the order of keys in the detail, which a database may change', () => {
    const [entry] = chainOf(1) as [StoredAuditEntry];
    const turned = { ...entry, detail: { again: false, rows: 1 } };
    expect(findAuditBreak([turned], hashOf)).toBeNull();
  });
});
