import { ok, type Result } from '#lib/domain/basics/result.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import type { ContactKind } from '#lib/domain/community/masking/finder.ts';
import { MASK } from '#lib/domain/community/masking/fold.ts';
import { maskContacts } from '#lib/domain/community/masking/mask.ts';
import type { RiskLevel } from '#lib/domain/community/queue.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { HELP_NUMBERS } from '#lib/domain/safety/crisis-lines.ts';
import { findRisk } from '#lib/domain/safety/risk-phrases/find-risk.ts';

export interface Prepared {
  /** As it is kept: what leads to somebody outside is masked. */
  readonly text: string;
  /** What was masked, each kind once. */
  readonly masked: readonly ContactKind[];
  /** Orders the queue and shows help; it decides nothing. */
  readonly risk: RiskLevel;
}

/** What somebody typed for the group, before anything of it is kept. */
export function prepareText(typed: string): Result<Prepared, 'empty' | 'too_long'> {
  const read = readMessage(cleanTyped(typed));
  if (!read.ok) return read;
  const { text, found } = maskContacts(read.value, HELP_NUMBERS);
  const masked = [...new Set(found.map(({ kind }) => kind))];
  // Of what was written: a mask may hide the very words.
  return ok({ text, masked, risk: findRisk(read.value).level });
}

/** A piece of a text, and why it is marked. */
export interface Marked {
  readonly text: string;
  readonly mark: 'risk' | 'masked' | null;
}

/** A text in pieces, for whoever decides about it: words of risk, and what was masked. */
export function markText(text: string): readonly Marked[] {
  const pieces: Marked[] = [];
  let done = 0;
  for (const { start, end, mark } of spansOf(text)) {
    if (start < done) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), mark: null });
    pieces.push({ text: text.slice(start, end), mark });
    done = end;
  }
  return done < text.length ? [...pieces, { text: text.slice(done), mark: null }] : pieces;
}

function spansOf(text: string) {
  const risk = findRisk(text).spans.map(({ start, end }) => ({
    start,
    end,
    mark: 'risk' as const,
  }));
  return [...risk, ...masksIn(text)].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function masksIn(text: string) {
  const found: { readonly start: number; readonly end: number; readonly mark: 'masked' }[] = [];
  for (let at = text.indexOf(MASK); at >= 0; at = text.indexOf(MASK, at + MASK.length)) {
    found.push({ start: at, end: at + MASK.length, mark: 'masked' });
  }
  return found;
}
