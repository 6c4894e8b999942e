import { expect, test } from 'vitest';
import en from '#lib/domain/safety/risk-phrases/en.json' with { type: 'json' };
import { findRisk } from '#lib/domain/safety/risk-phrases/find-risk.ts';
import hans from '#lib/domain/safety/risk-phrases/zh-hans.json' with { type: 'json' };
import hant from '#lib/domain/safety/risk-phrases/zh-hant.json' with { type: 'json' };

const files = [en, hans, hant];

test.each(files)('$language: at least 400 entries, each once, a draft that says so', (file) => {
  const entries = [...file.explicit, ...file.implicit, ...file.method];
  expect(entries.length).toBeGreaterThanOrEqual(400);
  expect(new Set(entries).size).toBe(entries.length);
  expect(file.state).toBe('draft: awaiting clinical review');
});

/** The least of many runs: what else the machine does only adds to the time. */
function milliseconds(text: string, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    findRisk(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const ordinary = {
  en: 'I have been feeling low since the move and I do not sleep well. My sister came to visit. ',
  zh: '最近搬家以后一直睡不好，工作也很忙，周末跟朋友去爬山，心情好了一点。',
  hk: '搬屋之後成日瞓得唔好，份工又好忙，星期日同朋友行山，心情好返少少。',
};

test.each(Object.entries(ordinary))('1,000 characters take less than 3 ms: %s', (_, text) => {
  const long = text.repeat(30).slice(0, 1000);
  expect(milliseconds(long, 100)).toBeLessThan(3);
});

/** Each pattern's own words, over and over: what would make a backtracking matcher explode. */
test('time grows with the length of the text, for the words of every pattern', () => {
  for (const { explicit, implicit, method, except, words: named } of files) {
    const lists = Object.values(named).flat().join(' ');
    const all = [...explicit, ...implicit, ...method, ...except]
      .join(' ')
      .replace(/[()|?.<>$]/g, ' ');
    for (const words of [lists, all]) {
      const text = words.slice(0, 1000);
      const [short, long] = [milliseconds(text, 40), milliseconds(text.repeat(8), 20)];
      // Eight times the text: 8 were linear, 64 quadratic.
      expect(long).toBeLessThan(32 * short);
    }
  }
});
