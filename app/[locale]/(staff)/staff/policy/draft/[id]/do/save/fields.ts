import { z } from 'zod';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { type DraftRow, MOST_ROWS } from '#lib/domain/routing/draft.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

const isTier = (text: string): text is Tier => (TIERS as readonly string[]).includes(text);

/** Anything may be typed in a cell; what is no number is said beside the row, not refused. */
const cell = (text: string | undefined) => cleanTyped((text ?? '').slice(0, 8));

function rowAt(values: Readonly<Record<string, string>>, place: number): DraftRow | null {
  const tier = values[`tier-${place}`];
  if (tier === undefined) return null;
  return {
    from: cell(values[`from-${place}`]),
    to: cell(values[`to-${place}`]),
    tier: isTier(tier) ? tier : 'face_to_face',
    alsoOpen: [...new Set((values[`also-${place}`] ?? '').split(','))].filter(isTier),
  };
}

/** The whole table of the editor, and what its button asks for besides saving. */
export const saveFields = z.record(z.string(), z.string()).transform((values) => {
  const rows = Array.from({ length: MOST_ROWS }, (_, place) => rowAt(values, place));
  const remove = /^remove-(\d{1,2})$/.exec(values['do'] ?? '')?.[1];
  const typed = (name: string, most: number) => cleanTyped((values[name] ?? '').slice(0, most));
  return {
    revision: Number(/^\d{1,9}$/.exec(values['revision'] ?? '')?.[0] ?? 0),
    table: {
      name: typed('name', 80),
      recheck: cell(values['recheck']),
      source: typed('source', 2000),
      rows: rows.filter((row) => row !== null),
    },
    ask: remove !== undefined ? Number(remove) : values['do'] === 'add' ? 'add' : 'check',
  } as const;
});
