import { getInstrument } from './instruments.ts';

/** Patient Health Questionnaire-9. Its sources stand in the data beside each number. */
export const phq9 = getInstrument('phq-9');

/** "Over the last 2 weeks": what the items ask about (Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606). */
export const LOOKS_BACK_DAYS = 14;
