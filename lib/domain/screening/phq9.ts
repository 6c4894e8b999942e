import { getInstrument } from './instruments.ts';

/** Patient Health Questionnaire-9. Its sources stand in the data beside each number. */
export const phq9 = getInstrument('phq-9');
