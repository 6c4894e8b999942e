import { isoDate } from '#lib/domain/basics/day.ts';
import type { Shape } from '#lib/domain/evaluation/package/columns.ts';
import { padsOf } from '#lib/gateways/study-keys.ts';
import { WORLD } from '../../support/simulated.ts';

/** The finest that a package gets: every column, nothing merged. */
export const SHAPE: Shape = { tier: 'controlled', without: [], levels: {}, comparisons: [] };

const pads = padsOf(Buffer.alloc(32, 7));
/** As for a package, with keys of a study that is none. */
export const KEYS_SET = `SELECT set_config('handrail.study_key', '${pads}', false),
  set_config('handrail.mark_key', '${pads}', false), set_config('handrail.cutoff', '${isoDate(WORLD.today)}', false),
  set_config('work_mem', '64MB', false)`;
