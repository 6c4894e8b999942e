import { readInstrument } from './instrument.ts';
import data from './phq-9.json' with { type: 'json' };

/** Patient Health Questionnaire-9. Its sources stand in the data beside each number. */
export const phq9 = readInstrument(data);
