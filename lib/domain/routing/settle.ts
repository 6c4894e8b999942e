import type { Policy, PolicyRow, Raise, RoutedInstrument } from './policy.ts';
import { ROUTED_INSTRUMENTS } from './policy.ts';
import type { Tier } from './tier.ts';

const RULE_WORD: Readonly<Record<Tier, string>> = {
  guidance: 'guidance',
  community: 'group',
  face_to_face: 'meet',
};

/** A policy whose rows and rules need no names yet. */
export interface Unsettled extends Omit<Policy, 'tables' | 'raises'> {
  readonly tables: readonly {
    readonly instrument: RoutedInstrument;
    readonly rows: readonly Omit<PolicyRow, 'id'>[];
  }[];
  readonly raises: readonly Omit<Raise, 'id'>[];
}

/**
 * Tables and rows always in one order and under one name each, so that equal policies are one version.
 * Rules keep their order: it is part of how a person reads them.
 */
export function settlePolicy(policy: Unsettled): Policy {
  const place = ({ instrument }: { readonly instrument: RoutedInstrument }) =>
    ROUTED_INSTRUMENTS.indexOf(instrument);
  const tables = policy.tables
    .map(({ instrument, rows }) => ({
      instrument,
      rows: rows
        .map((row) => ({ ...row, id: nameRow(instrument, row) }))
        .sort((a, b) => a.from - b.from),
    }))
    .sort((a, b) => place(a) - place(b));
  const raises = policy.raises.map((raise, at) => ({ ...raise, id: `raise-${at + 1}` }));
  return { ...policy, tables, raises };
}

/** A name that a person can read; the PHQ-9 came first, and its rows keep their short names. */
function nameRow(
  instrument: RoutedInstrument,
  { tier, from, to }: Pick<PolicyRow, 'tier' | 'from' | 'to'>,
): string {
  const name = `${RULE_WORD[tier]}-${from}-${to}`;
  return instrument === 'phq-9' ? name : `${instrument}-${name}`;
}
