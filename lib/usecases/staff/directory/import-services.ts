import { isDeepStrictEqual } from 'node:util';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { serviceState } from '#lib/domain/referrals/age.ts';
import type { Reading } from '#lib/domain/referrals/hsds/fields.ts';
import { fromHsds } from '#lib/domain/referrals/hsds/map-service.ts';
import { mergeImported } from '#lib/domain/referrals/hsds/merge.ts';
import {
  type EntriesRefused,
  type Entry,
  readEntries,
} from '#lib/domain/referrals/hsds/read-entries.ts';
import { readHsdsFile } from '#lib/gateways/hsds/read-file.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { insertServices, listStored, type StoredService } from '#lib/store/services.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { hsdsReading } from '#lib/usecases/hsds-reading.ts';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The language of its texts, where it does not say one itself. */
  readonly language: Locale;
}

/** What became of the entries of the file, as numbers. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Of all in the file: paused, so that visitors do not see them. */
  readonly paused: number;
  /** Of all in the file: not confirmed for so long that visitors do not see them. */
  readonly hidden: number;
  readonly leftOut: number;
}

/** Reads a directory of the published standard into ours: every entry of the file, or none. */
export async function importServices(
  ctx: StaffContext<'services:edit'>,
  { name, bytes, language }: SentFile,
): Promise<Result<Imported, EntriesRefused>> {
  const how = hsdsReading(ctx.config.country, language);
  const file = readHsdsFile(name, bytes);
  if (!file.ok) return err({ kind: 'file', problem: file.error });
  const read = readEntries(file.value, how);
  if (!read.ok) return read;
  const { entries, leftOut } = read.value;
  return ctx.db.$transaction(
    async (tx) => {
      await takeTurn(tx, 'services');
      const ids = entries.map(({ service }) => service.id);
      const stored = new Map((await listStored(tx, ids)).map((one) => [one.service.id, one]));
      const merged = entries.map((entry) => merge(entry, stored.get(entry.service.id), how));
      const changes = merged.filter((entry) => !isSame(entry, stored.get(entry.service.id)));
      const added = changes.filter(({ service }) => !stored.has(service.id)).length;
      const states = merged.map(({ service }) => serviceState(service, ctx.today));
      const imported: Imported = {
        added,
        changed: changes.length - added,
        same: merged.length - changes.length,
        paused: states.filter((state) => state === 'paused').length,
        hidden: states.filter((state) => state === 'hidden').length,
        leftOut,
      };
      await insertServices(tx, changes, { by: ctx.actor.id, at: ctx.now });
      const actor = `staff:${ctx.actor.id}` as const;
      const entry = { actor, action: 'service.imported', subject: null } as const;
      await appendAudit(tx, { ...entry, detail: { ...imported } });
      return ok(imported);
    },
    { timeout: 60_000 },
  );
}

function merge(entry: Entry, stored: StoredService | undefined, how: Reading): Entry {
  if (!stored) return entry;
  const before = stored.source;
  const base = before && fromHsds(before.service, { ...how, language: before.language });
  const sides = { mine: stored.service, theirs: entry.service, base: base?.ok ? base.value : null };
  return { ...entry, service: mergeImported(sides) };
}

function isSame(entry: Entry, stored: StoredService | undefined): boolean {
  if (!stored) return false;
  const { service, source } = stored;
  return isDeepStrictEqual({ service, source }, { service: entry.service, source: entry.source });
}
