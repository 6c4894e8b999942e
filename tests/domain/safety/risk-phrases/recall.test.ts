import { expect, test } from 'vitest';
import { findRisk } from '#lib/domain/safety/risk-phrases/find-risk.ts';
import { readSets } from './sets.ts';

/**
 * Shares of a set. Found means flagged at all: any flag puts a message first and shows help. What was learned from must
 * be found again. `second` at first sight, by the phrases alone (explicit, implicit, false alarms): en 92.5 %, 63.3 %,
 * 7.0 %; zh-Hans 94.2 %, 71.7 %, 7.5 %; zh-Hant 90.8 %, 66.7 %, 9.0 %. `held-back` at first sight, by phrases and
 * weights that had been frozen: en 95.8 %, 82.5 %, 6.0 %; zh-Hans 97.5 %, 90.8 %, 7.5 %; zh-Hant 96.7 %, 89.2 %, 8.5 %.
 */
const BARS = {
  learnedFrom: { explicit: 0.98, implicit: 0.92, falseAlarms: 0.05 },
  heldBack: { explicit: 0.95, implicit: 0.8, falseAlarms: 0.1 },
};

const share = (sentences: readonly string[]) =>
  sentences.filter((text) => findRisk(text).level !== 'none').length / sentences.length;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

test.each(readSets())('what speaks of risk is found in $name, little else', (set) => {
  const found = {
    explicit: share(set.explicit),
    implicit: share(set.implicit),
    falseAlarms: share(set.benign),
  };
  console.log(
    `${set.name}: explicit ${percent(found.explicit)} of ${set.explicit.length}, ` +
      `implicit ${percent(found.implicit)} of ${set.implicit.length}, ` +
      `false alarms ${percent(found.falseAlarms)} of ${set.benign.length}`,
  );
  const bars = set.kind === 'held-back' ? BARS.heldBack : BARS.learnedFrom;
  expect.soft(found.explicit).toBeGreaterThanOrEqual(bars.explicit);
  expect.soft(found.implicit).toBeGreaterThanOrEqual(bars.implicit);
  expect.soft(found.falseAlarms).toBeLessThanOrEqual(bars.falseAlarms);
});

test('each language has a held-back set of its own', () => {
  const sets = readSets().filter(({ kind }) => kind === 'held-back');
  expect(sets.map(({ language }) => language).sort()).toEqual(['en', 'zh-Hans', 'zh-Hant']);
});

test('each language has a development set of its own size', () => {
  const sets = readSets().filter(({ kind }) => kind === 'development');
  expect(sets.map(({ language }) => language).sort()).toEqual(['en', 'zh-Hans', 'zh-Hant']);
  for (const { explicit, implicit, benign } of sets) {
    expect(new Set(explicit).size).toBeGreaterThanOrEqual(150);
    expect(new Set(implicit).size).toBeGreaterThanOrEqual(150);
    expect(new Set(benign).size).toBeGreaterThanOrEqual(200);
  }
});
