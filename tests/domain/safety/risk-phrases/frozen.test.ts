import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The phrases, their weights and the matcher as they were before somebody else wrote the held-back sets. A change here makes those
 * sets worthless as a test: see the README beside the phrases.
 */
const FROZEN = {
  'en.json': '0f197b45395acbf419302f5f9a1ab304f44cd987b03b569027046ab3bd97dea6',
  'en.weights.json': '7ea24997267195f060263349de59a7ebb5ff3f7244797142001025a2f7bb9482',
  'zh-hans.json': '5733bd832e9a40445423e9537d346cfde8efcd54e4ed0374cebd8f6e3e530a91',
  'zh-hant.json': 'bce3984d92df72131876565dbb442a8272559431df87677dc943e51fb4999ee8',
  'zh.weights.json': 'd26c675814f0a34bee7b5bb3f0f4419ad43376f12a9b296143349d3280dce983',
  'buckets.ts': '34f98f6e8e5096a310b421167e1d62a82b6d11b2c414527619e1e8a037544061',
  'candidates.ts': '983af375765418e2b7a9fa7806d8d0a76241d5546a05516a74197b2d39cc4e1b',
  'disguises.ts': 'aa70cbe799ae3276520faa58b03fcfc751f0dd87b3f1e97727d178d6c163e249',
  'find-phrases.ts': '0e9b767c09e1d7c996e2fed0fb2b6f7b0c33029889f12a9dae9571b08918fdc4',
  'find-risk.ts': '2b8fc87bc04026602a4980372df9cb7e7ede738c60d74188b11e04500d0dab63',
  'grams.ts': 'd6d85fea81e835875560c0492ea7eb64a0e5a675f7d684c675c2302460e691d8',
  'letters.ts': 'c97265af4f39fc1cf785e9306d32718abab18c2e8e912acfc4f2e6e184e2a3cb',
  'lexicon.ts': '42490cda7c7566ad386b26380afd55dbf73fc18fabd39a130f1c3d97b1b1b798',
  'pattern.ts': '6710af59ca481e3035db703f2b5f6b2a3b3770f98ebbcc282ac2381bb055c1ce',
  'score.ts': '608d58b6e845288ff11a95de4f948d951ee7663806c11a4c3a4e24a8c6f7255e',
  'tokens.ts': '1a9f3328a5f6da9aee7b3b98a961f4b8b77bbcea8fdc8529c19a2d8c837f9f2f',
};

test.each(Object.entries(FROZEN))('%s is as it was frozen', (name, hash) => {
  const file = new URL(`../../../../lib/domain/safety/risk-phrases/${name}`, import.meta.url);
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(hash);
});

test('every file of the phrases, the weights and the matcher is frozen', () => {
  const folder = new URL('../../../../lib/domain/safety/risk-phrases/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(files.sort()).toEqual(Object.keys(FROZEN).sort());
});
