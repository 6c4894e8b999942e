import { z } from 'zod';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import {
  type DraftBody,
  type DraftRaise,
  type DraftRow,
  type DraftTable,
  LONGEST_SOURCE,
  MOST_CONDITIONS,
  MOST_RAISES,
  MOST_ROWS,
} from '#lib/domain/routing/draft/draft.ts';
import type { Edit } from '#lib/domain/routing/draft/edit.ts';
import { ROUTED_INSTRUMENTS } from '#lib/domain/routing/policy.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

type Values = Readonly<Record<string, string>>;

const isTier = (text: string): text is Tier => (TIERS as readonly string[]).includes(text);

/** Anything may be typed in a cell; what is no number is said beside the row, not refused. */
const cell = (text: string | undefined) => cleanTyped((text ?? '').slice(0, 8));
const times = <T>(most: number, make: (place: number) => T | null): T[] =>
  Array.from({ length: most }, (_, place) => make(place)).filter((one) => one !== null);

/** The step of a row or rule, and what is open beside it. */
function stepAt(values: Values, name: string) {
  const tier = values[`tier-${name}`] ?? '';
  return {
    tier: isTier(tier) ? tier : ('face_to_face' as const),
    alsoOpen: [...new Set((values[`also-${name}`] ?? '').split(','))].filter(isTier),
  };
}

function rowAt(values: Values, name: string): DraftRow | null {
  if (values[`tier-${name}`] === undefined) return null;
  const [from, to] = [cell(values[`from-${name}`]), cell(values[`to-${name}`])];
  return { from, to, ...stepAt(values, name) };
}

/** In the order of the page: every table says its name in `tables`. */
function tablesOf(values: Values): DraftTable[] {
  const named = new Set((values['tables'] ?? '').split(','));
  return ROUTED_INSTRUMENTS.filter((instrument) => named.has(instrument)).map((instrument) => ({
    instrument,
    rows: times(MOST_ROWS, (place) => rowAt(values, `${instrument}-${place}`)),
  }));
}

function raiseAt(values: Values, place: number): DraftRaise | null {
  const name = `raise-${place}`;
  if (values[`tier-${name}`] === undefined) return null;
  const when = times(MOST_CONDITIONS, (at) => {
    const ask = values[`ask-${place}-${at}`];
    if (ask === undefined) return null;
    return { ask: ask.slice(0, 40), atLeast: cell(values[`least-${place}-${at}`]) };
  });
  return { when, ...stepAt(values, name) };
}

/** Everything that the editor holds, from the fields of its form. */
export function bodyOf(values: Values): DraftBody {
  const typed = (name: string, most: number) => cleanTyped((values[name] ?? '').slice(0, most));
  return {
    name: typed('name', 80),
    recheck: cell(values['recheck']),
    source: typed('source', LONGEST_SOURCE),
    tables: tablesOf(values),
    raises: times(MOST_RAISES, (place) => raiseAt(values, place)),
    otherwise: stepAt(values, 'otherwise'),
  };
}

const EDITS: readonly (readonly [RegExp, (name: string, place: number) => Edit])[] = [
  [/^add-row-(.+)$/, (instrument) => ({ kind: 'add_row', instrument })],
  [/^remove-row-(.+)-(\d{1,2})$/, (instrument, row) => ({ kind: 'remove_row', instrument, row })],
  [/^remove-table-(.+)$/, (instrument) => ({ kind: 'remove_table', instrument })],
  [/^add-raise()$/, () => ({ kind: 'add_raise' })],
  [/^remove-raise-()(\d{1,2})$/, (_name, raise) => ({ kind: 'remove_raise', raise })],
];

/** What the pressed button asks for besides saving. */
export function editOf(values: Values): Edit {
  const pressed = (values['do'] ?? '').slice(0, 60);
  if (pressed === 'add-table') {
    return { kind: 'add_table', instrument: (values['add-table'] ?? '').slice(0, 40) };
  }
  for (const [pattern, make] of EDITS) {
    const found = pattern.exec(pressed);
    if (found) return make(found[1] ?? '', Number(found[2] ?? 0));
  }
  return { kind: 'check' };
}

/** The whole of the editor, and what its button asks for besides saving. */
export const saveFields = z.record(z.string(), z.string()).transform((values) => ({
  revision: Number(/^\d{1,9}$/.exec(values['revision'] ?? '')?.[0] ?? 0),
  body: bodyOf(values),
  edit: editOf(values),
  /** Written below the editor and not kept with it: the page shows them again. */
  reasons: { reason: values['reason'] ?? '', lower: values['lower'] ?? '' },
}));
