import { getInstrument } from '#lib/domain/screening/instruments.ts';

const { version, licence } = getInstrument('who-5');

/** A whole file as an operator brings it, with made-up words. */
export const who5Wording = {
  schema: 1,
  instrument: 'who-5',
  lang: 'en',
  version,
  stem: 'Made-up words',
  items: ['1', '2', '3', '4', '5'].map((id) => ({ id, text: `Question ${id}` })),
  options: [5, 4, 3, 2, 1, 0].map((value) => ({ value, label: `Answer ${value}` })),
  licence: {
    text: `${licence.statement} ${licence.attribution}`,
    acceptedBy: 'A. Clinician',
    acceptedOn: '2026-11-20',
  },
  source: 'the operator’s own copy',
};
