/**
 * The behaviour change techniques that our ideas use, by their codes in the BCT Taxonomy v1 (Michie et
 * al. 2013, Ann Behav Med 46:81-95, DOI 10.1007/s12160-013-9486-6). Names are the taxonomy's own.
 */
export const TECHNIQUES = {
  '1.2': 'Problem solving',
  '1.4': 'Action planning',
  '2.7': 'Feedback on outcome(s) of behavior',
  '3.1': 'Social support (unspecified)',
  '3.2': 'Social support (practical)',
  '4.1': 'Instruction on how to perform the behavior',
  '5.3': 'Information about social and environmental consequences',
  '6.1': 'Demonstration of the behavior',
  '7.1': 'Prompts/cues',
  '8.7': 'Graded tasks',
  '9.1': 'Credible source',
  '9.2': 'Pros and cons',
  '12.1': 'Restructuring the physical environment',
  '12.5': 'Adding objects to the environment',
  '13.2': 'Framing/reframing',
  '13.4': 'Valued self-identity',
  '15.1': 'Verbal persuasion about capability',
  '15.3': 'Focus on past success',
} as const;

export type Technique = keyof typeof TECHNIQUES;
