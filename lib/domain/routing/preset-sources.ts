// Where the cut-offs of the presets come from, and whom they were measured in.

export interface Source {
  readonly citation: string;
  readonly population: string;
}

const NOT_CHINESE = 'not measured in Chinese samples';

export const PHQ9_BANDS: Source = {
  citation:
    'Kroenke, Spitzer, Williams 2001, J Gen Intern Med 16:606-613, DOI 10.1046/j.1525-1497.2001.016009606.x',
  population: `Adults in primary and obstetric-gynaecological care, United States, 6,000 people; ${NOT_CHINESE}.`,
};

export const PHQ9_TEN: Source = {
  citation: 'Levis, Benedetti, Thombs 2019, BMJ 365:l1476, DOI 10.1136/bmj.l1476',
  population:
    'Adults, 29 studies with semi-structured interviews, 6,725 people: sensitivity 0.88, specificity 0.85 at 10.',
};

export const PHQ9_SIXTEEN: Source = {
  citation:
    'NICE guideline NG222 (June 2022), "less" and "more severe" depression split at PHQ-9 16, https://www.nice.org.uk/guidance/ng222',
  population:
    'Adults, guideline for the National Health Service in England; not a measured cut-off.',
};

export const PHQ9_LOW: Source = {
  citation: PHQ9_BANDS.citation,
  population:
    'Chosen low on purpose: optima below 10, down to 7, are reported for Chinese general-population samples (Wang et al. 2014, Gen Hosp Psychiatry 36:539-544; not re-read by us).',
};

export const PHQ2_BANDS: Source = {
  citation:
    'Kroenke, Spitzer, Williams 2003, Med Care 41:1284-1292, DOI 10.1097/01.MLR.0000093487.78664.3C',
  population: `Adults, original validation: sensitivity 0.83, specificity 0.92 at 3; ${NOT_CHINESE}.`,
};

export const PHQ2_LOW: Source = {
  citation: 'Arroll et al. 2010, PMC2906530, https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2906530/',
  population:
    'Adults in primary care, New Zealand, 2,642 people: sensitivity 0.86, specificity 0.78 at 2; a cut-off of 3 missed 39 % there.',
};

export const PHQ4_BANDS: Source = {
  citation:
    'Kroenke, Spitzer, Williams, Löwe 2009, Psychosomatics 50:613-621, DOI 10.1176/appi.psy.50.6.613',
  population: `Adults; bands by their authors, not tested against an interview; ${NOT_CHINESE}.`,
};

export const GAD7_BANDS: Source = {
  citation:
    'Spitzer, Kroenke, Williams, Löwe 2006, Arch Intern Med 166:1092-1097, DOI 10.1001/archinte.166.10.1092',
  population: `Adults: sensitivity 0.89, specificity 0.82 for generalised anxiety disorder at 10; ${NOT_CHINESE}.`,
};

export const GAD7_EIGHT: Source = {
  citation:
    'NHS Talking Therapies manual, caseness on the GAD-7 from 8, https://www.england.nhs.uk/publication/the-improving-access-to-psychological-therapies-manual/',
  population:
    'Adults in talking therapies of the National Health Service in England; manual not re-read by us.',
};

export const K10_BANDS: Source = {
  citation:
    'Andrews, Slade 2001, Aust N Z J Public Health 25:494-497, DOI 10.1111/j.1467-842X.2001.tb00310.x',
  population: `Adults, Australia; items coded 1 to 5, so the total is 10 to 50; ${NOT_CHINESE}.`,
};

export const K6_FIVE: Source = {
  citation: 'Prochaska et al. 2012, Int J Methods Psychiatr Res 21:88-97, DOI 10.1002/mpr.1349',
  population: `Adults, moderate distress from 5; not re-read by us; ${NOT_CHINESE}.`,
};

export const K6_THIRTEEN: Source = {
  citation: 'Kessler et al. 2003, Arch Gen Psychiatry 60:184-189, DOI 10.1001/archpsyc.60.2.184',
  population: `Adults, serious mental illness from 13; not re-read by us; ${NOT_CHINESE}.`,
};

/** For the rules at a later check: what counts as a real change. */
export const RELIABLE_CHANGE =
  'Reliable change, 6 points on the PHQ-9 and 4 on the GAD-7: NHS Talking Therapies manual, after Jacobson, Truax 1991, DOI 10.1037/0022-006X.59.1.12; manual not re-read by us';

/** For the rules about care elsewhere and other signs: who is sent to a person at once. */
export const OTHER_CARE =
  'Care elsewhere, or signs of mania or psychosis: these steps were not tested with such people, so a person decides';

export const REVIEW_ORDER =
  'Order of steps: Chen, Yang 2026, DOI 10.2196/35057, section 3.5, which names no score; the cut-offs are ours';
