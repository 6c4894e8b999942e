import { type Instrument, readInstrument } from './instrument.ts';
import ahsq from './instruments/ahsq.json' with { type: 'json' };
import asq from './instruments/asq.json' with { type: 'json' };
import bace3 from './instruments/bace-3.json' with { type: 'json' };
import cssrs from './instruments/c-ssrs-screener.json' with { type: 'json' };
import gad7 from './instruments/gad-7.json' with { type: 'json' };
import ghsq from './instruments/ghsq.json' with { type: 'json' };
import k6 from './instruments/k6.json' with { type: 'json' };
import k10 from './instruments/k10.json' with { type: 'json' };
import mhsis from './instruments/mhsis.json' with { type: 'json' };
import phq2 from './instruments/phq-2.json' with { type: 'json' };
import phq4 from './instruments/phq-4.json' with { type: 'json' };
import phq9 from './instruments/phq-9.json' with { type: 'json' };
import phqA from './instruments/phq-a.json' with { type: 'json' };
import ssosh10 from './instruments/ssosh-10.json' with { type: 'json' };
import who5 from './instruments/who-5.json' with { type: 'json' };
import wsas from './instruments/wsas.json' with { type: 'json' };

/** Every instrument whose arithmetic is known here, by its name. The wording of some is an operator's to bring. */
export const INSTRUMENTS: ReadonlyMap<string, Instrument> = new Map(
  [phq9, phq2, phq4, gad7, k6, k10, asq]
    .concat([phqA, who5, wsas, bace3, ssosh10, ghsq, ahsq, mhsis, cssrs] as never)
    .map((data) => readInstrument(data))
    .map((instrument) => [instrument.id, instrument]),
);

/** @throws Error where there is no such instrument. */
export function getInstrument(id: string): Instrument {
  const instrument = INSTRUMENTS.get(id);
  if (!instrument) throw new Error(`There is no instrument ${id}`);
  return instrument;
}
