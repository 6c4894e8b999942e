import { expect, it } from 'vitest';
import { readPathway } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import {
  RESEARCH_CONSENT_TEXT,
  setResearchConsent,
} from '#lib/usecases/visitor/check/set-research-consent.ts';
import { testDatabase } from '../../support/database.ts';
import { visit } from './visit.ts';

const test = testDatabase();

it('a yes to a newer text is recorded again, the same answer to the same text is not', async () => {
  const visitor = await visit(test.db);
  const id = visitor.session.pathwayId;
  const read = async () => {
    const row = (await readPathway(test.db, id, null))?.row;
    return { seq: row?.lastSeq ?? 0, text: row?.consentText, yes: row?.researchConsent };
  };
  await recordSteps(test.db, { id, key: 'before', today: visitor.post().today }, () => [
    {
      step: 'consent.set',
      origin: 'user',
      policyHash: null,
      payload: { scopes: ['service', 'research'], textVersion: 'research-2026-11' },
    },
  ]);
  const before = await read();
  await setResearchConsent(visitor.post(), true);
  const renewed = await read();
  expect(renewed).toEqual({ seq: before.seq + 1, text: RESEARCH_CONSENT_TEXT, yes: true });
  await setResearchConsent(visitor.post(), true);
  expect(await read()).toEqual(renewed);
  await setResearchConsent(visitor.post(), false);
  expect(await read()).toMatchObject({ seq: renewed.seq + 1, yes: false });
});
