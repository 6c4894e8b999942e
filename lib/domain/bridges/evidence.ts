// What is known about the techniques that the ideas use. Read from abstracts, not from full texts; no
// idea of ours was itself tested. "Review" is Chen, Yang 2026, DOI 10.2196/35057.

/**
 * How far the evidence carries an idea. None says that our own text works: `kin` trials tested the
 * technique in another form, e.g. given by a person or as a film.
 */
export const EVIDENCE_GRADES = [
  'kin_behaviour',
  'kin_intention',
  'unclear',
  'observed',
  'gap',
] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

interface Finding {
  readonly citation: string;
  readonly finding: string;
}

export const FINDINGS = {
  preparation: {
    citation: 'Oldham et al. 2012, J Consult Clin Psychol (abstract)',
    finding:
      '31 trials, 4,422 people: attendance d 0.38; among the best were preparation, information, a choice of time or therapist, reminders and case management.',
  },
  contact: {
    citation: 'Amsalem, Martin 2022, J Child Psychol Psychiatry 63:210 (abstract)',
    finding:
      'A film of 100 seconds, 1,183 adolescents: stigma down, intention up; attendance was not looked at. Ours is a text.',
  },
  colleague: {
    citation: 'Psychiatr Serv, DOI 10.1176/appi.ps.20220083 (abstract)',
    finding:
      'A film of 3 minutes by a nurse, 1,402 health workers: intention up by 21 %; attendance was not looked at. Ours is a text.',
  },
  interviewing: {
    citation: 'Motivational interviewing and attendance, meta-analysis of 14 trials, PMID 28816412',
    finding:
      'Better attendance, most in people who were not looking for care. Given by a person in a talk, not by a page.',
  },
  feedback: {
    citation:
      'Kohlmann et al. 2024, Lancet Digit Health 6:e446, DOI 10.1016/S2589-7500(24)00070-0; Batterham et al. 2016, BJPsych Open 2:67; Ebert et al. 2019, Int J Methods Psychiatr Res, e1754',
    finding:
      'Feedback about a score alone moved neither care nor severity (1,178 and 2,773 people), intention by d 0.12. So it is never shown alone.',
  },
  choices: {
    citation:
      'E-cards about options, J Med Internet Res 2009;11(4):e42; Moise et al. 2018, J Gen Intern Med 33:1978',
    finding:
      'Cards moved beliefs, not behaviour (348 people). In a review, matching to a preference had the best, low to moderate, support for starting care.',
  },
  cases: {
    citation: 'Moise et al. 2018, J Gen Intern Med 33:1978',
    finding:
      'Review: case management and collaborative care had the best, low to moderate, support for starting care. Given by a person.',
  },
  waits: {
    citation: 'Psychol Serv 2023;20:983; Gallucci et al. 2005, Psychiatr Serv 56:344',
    finding:
      'Odds of coming fall by about 5 % for each week of waiting (1,587 referrals), most in the first week. Observed, not tested.',
  },
  stigma: {
    citation: 'Review, sections 3.1 and 5.3',
    finding:
      'Stigma goes with asking for help less often (d -0.27). That a text about who knows changes it was not tested.',
  },
  family: {
    citation: 'Review, section 3.3',
    finding: 'Face and family are described, and hardly measured. No trial found.',
  },
  support: {
    citation: 'Review, sections 3.3 and 4.2',
    finding: 'Close people may carry a person to care or stand in for it. No trial found.',
  },
  online: {
    citation: 'Review, section 3.5; Auyeung et al. 2025, J Med Internet Res 27:e54727',
    finding:
      'Help online may stand in for care. How to lead on from it was not tested; a decision aid moved people towards internet therapy.',
  },
  trust: {
    citation: 'Review, section 3.5',
    finding: 'Distrust of one service spreads to others. No trial of what repairs it was found.',
  },
  staff: {
    citation: 'Review, section 5.4',
    finding:
      'Of people who work in health and social care, 41 to 67 % are held back by stigma or worry about confidentiality. No trial of a separate way in was found.',
  },
} as const satisfies Readonly<Record<string, Finding>>;

export type FindingId = keyof typeof FINDINGS;
