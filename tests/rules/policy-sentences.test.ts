import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sayCondition,
  sayOtherwise,
  sayRaise,
  sayRule,
  type Words,
} from '#components/staff/policy/words/say.ts';
import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { ASKS, readAsk } from '#lib/domain/routing/draft/asks.ts';
import {
  type Condition,
  type Policy,
  ROUTED_INSTRUMENTS,
  type RoutedInstrument,
  TOTALS,
} from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { translate } from '#lib/i18n/translate.ts';
import { rulePolicies } from '../domain/routing/generated-policies.ts';

// What the editor says in sentences is the policy: read back, the sentences give the same policy.

interface Sentences {
  readonly tables: readonly { readonly of: RoutedInstrument; readonly rows: readonly string[] }[];
  readonly raises: readonly string[];
  readonly otherwise: string;
}

function say(words: Words, policy: Policy): Sentences {
  return {
    tables: policy.tables.map(({ instrument, rows }) => ({
      of: instrument,
      rows: rows.map((row) => sayRule(words, row)),
    })),
    raises: policy.raises.map((raise) => sayRaise(words, raise)),
    otherwise: sayOtherwise(words, policy.otherwise),
  };
}

const OPEN: readonly (readonly Tier[])[] = Array.from({ length: 8 }, (_, bits) =>
  TIERS.filter((_tier, at) => (bits >> at) & 1),
);
const STEPS = TIERS.flatMap((tier) => OPEN.map((alsoOpen) => ({ tier, alsoOpen: [...alsoOpen] })));
const SEPARATORS = [', and ', ' and ', ', ', '、', '和', '及', '以及', '與', '与', ''];

/** Reads sentences by knowing every one that could have been said; throws where two would be alike. */
function readerOf(words: Words) {
  const unique = <V>(entries: readonly (readonly [string, V])[]) => {
    const map = new Map(entries);
    if (map.size < entries.length) throw new Error('two things are said alike');
    return map;
  };
  const rows = unique(
    STEPS.flatMap((step) =>
      Array.from({ length: 51 * 51 }, (_, n) => ({ from: Math.floor(n / 51), to: n % 51 }))
        .filter(({ from, to }) => from <= to)
        .map((range) => [sayRule(words, { ...range, ...step }), { ...range, ...step }] as const),
    ),
  );
  const others = unique(STEPS.map((step) => [sayOtherwise(words, step), step] as const));
  const conditions = unique(
    ASKS.flatMap(({ ask, number }) => {
      const values = number === null ? [0] : rangeOf(number);
      return values.map((value): readonly [string, Condition] => {
        const condition = readAsk({ ask, atLeast: String(value) }) as Condition;
        return [sayCondition(words.t, condition), condition];
      });
    }),
  );
  /** What a rule says around its conditions, by the step it leads to. */
  const frames = STEPS.map((step) => {
    const marked = sayRaise(words, { when: [{ fact: 'recheck' }], ...step });
    return { step, parts: marked.split(sayCondition(words.t, { fact: 'recheck' })) };
  });
  const starts = [...conditions].flatMap(([said, condition]) =>
    SEPARATORS.map((separator) => ({ start: separator + said, condition })),
  );
  const readConditions = (text: string): Condition[] | null => {
    if (text === '') return [];
    for (const { start, condition } of starts.filter((one) => text.startsWith(one.start))) {
      const rest = readConditions(text.slice(start.length));
      if (rest !== null) return [condition, ...rest];
    }
    return null;
  };
  const readRaise = (sentence: string) => {
    for (const { step, parts } of frames) {
      const [before = '', after = ''] = parts;
      if (!sentence.startsWith(before) || !sentence.endsWith(after)) continue;
      const when = readConditions(sentence.slice(before.length, sentence.length - after.length));
      if (when !== null) return { when, ...step };
    }
    throw new Error(`cannot be read: ${sentence}`);
  };
  return ({ tables, raises, otherwise }: Sentences) => ({
    tables: tables.map(({ of, rows: said }) => ({
      instrument: of,
      rows: said.map((sentence) => rows.get(sentence)),
    })),
    raises: raises.map(readRaise),
    otherwise: others.get(otherwise),
  });
}

function rangeOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

const inOrder = (tiers: readonly Tier[]) => TIERS.filter((tier) => tiers.includes(tier));

function bare({ tables, raises, otherwise }: Policy) {
  const step = ({ tier, alsoOpen }: Policy['otherwise']) => ({
    tier,
    alsoOpen: inOrder(alsoOpen),
  });
  return {
    tables: tables.map(({ instrument, rows }) => ({
      instrument,
      rows: rows.map((row) => ({ from: row.from, to: row.to, ...step(row) })),
    })),
    raises: raises.map((raise) => ({ when: raise.when, ...step(raise) })),
    otherwise: step(otherwise),
  };
}

describe.each(LOCALES)('in %s', (locale) => {
  const words: Words = { t: translate(locale), lang: LANG[locale], locale };
  const read = readerOf(words);
  const sorted = (policy: Policy): Policy => ({
    ...policy,
    tables: policy.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, alsoOpen: inOrder(row.alsoOpen) })),
    })),
    raises: policy.raises.map((raise) => ({ ...raise, alsoOpen: inOrder(raise.alsoOpen) })),
    otherwise: { ...policy.otherwise, alsoOpen: inOrder(policy.otherwise.alsoOpen) },
  });

  it.each(PRESETS)('the sentences of $id say the policy', ({ policy }) => {
    expect(read(say(words, policy))).toEqual(bare(policy));
  });

  it('the sentences of any policy say that policy and no other', () => {
    fc.assert(
      fc.property(rulePolicies, (generated) => {
        const policy = sorted(settlePolicy(generated));
        expect(read(say(words, policy))).toEqual(bare(policy));
      }),
      { numRuns: 60 },
    );
  });

  it('every form has a scale that the sentences cover', () => {
    for (const form of ROUTED_INSTRUMENTS) expect(TOTALS[form][1]).toBeLessThan(51);
  });
});
