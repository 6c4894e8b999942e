import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FILES = globSync(
  'lib/usecases/{administrator,clinician,desk,guide,researcher,staff}/**/*.ts',
);
/** `insertDraft(ctx.db, …)`: written at once, without the question that a transaction of staff ends with. */
const BARE =
  /\b(?:append|close|insert|mark|open|remove|replace|touch|write)[A-Z]\w*\(\s*(?:ctx\.)?db\b/;

it('no act of staff writes outside of a transaction, at whose end it is asked whether they still may', () => {
  expect(FILES.length).toBeGreaterThan(40);
  expect(FILES.filter((file) => BARE.test(readFileSync(file, 'utf8')))).toEqual([]);
  expect(BARE.test('await appendAudit(ctx.db, entry);')).toBe(true);
});
