import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DraftBody,
  type DraftRow,
  draftBody,
  draftSchema,
} from '#lib/domain/routing/draft/draft.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { rulePolicies } from '../generated-policies.ts';

const row = (from: string, to: string): DraftRow => ({ from, to, tier: 'guidance', alsoOpen: [] });
const phq9 = (...rows: DraftRow[]) => ({ instrument: 'phq-9' as const, rows });
const body = (part: Partial<DraftBody>): DraftBody => ({
  name: 'one',
  recheck: '14',
  source: '',
  tables: [phq9(row('0', '27'))],
  raises: [],
  otherwise: { tier: 'face_to_face', alsoOpen: [] },
  ...part,
});
const step = { tier: 'community', alsoOpen: [] as [] } as const;

describe('a draft', () => {
  it.each(PRESETS)('that is not changed is the same version: $id', ({ policy }) => {
    const read = readDraft(draftBody(policy));
    expect(read.ok && canonicalPolicy(settlePolicy(read.value))).toBe(canonicalPolicy(policy));
  });

  it('holds every part of any policy', () => {
    fc.assert(
      fc.property(rulePolicies, (policy) => {
        const read = readDraft(draftBody(policy));
        const again = read.ok && draftBody(read.value);
        const first = readDraft(again || body({}));
        expect(first).toEqual(read);
        expect(read.ok && read.value.raises.map(({ when }) => when)).toEqual(
          policy.raises.map(({ when }) => when),
        );
        expect(read.ok && read.value.otherwise.tier).toBe(policy.otherwise.tier);
      }),
      { numRuns: 100 },
    );
  });

  it('says which cells hold no number', () => {
    const read = readDraft(
      body({
        tables: [phq9(row('0', '4'), row('', '28'), row('5', '1.5'))],
        name: ' ',
        recheck: '0',
      }),
    );
    const number = { kind: 'number', instrument: 'phq-9' };
    expect(read).toEqual({
      ok: false,
      error: [
        { kind: 'name' },
        { kind: 'recheck' },
        { ...number, row: 1, field: 'from' },
        { ...number, row: 1, field: 'to' },
        { ...number, row: 2, field: 'to' },
      ],
    });
  });

  it('says where a table, a row or a condition is missing', () => {
    expect(readDraft(body({ tables: [] }))).toMatchObject({ error: [{ kind: 'no_table' }] });
    expect(readDraft(body({ tables: [phq9()] }))).toEqual({
      ok: false,
      error: [{ kind: 'no_row', instrument: 'phq-9' }],
    });
    const when = [{ ask: 'recheck', atLeast: '' }];
    const raises = [
      { ...step, when },
      { ...step, when: [] },
      { ...step, when: [...when, { ask: 'total:phq-9', atLeast: '28' }] },
    ];
    expect(readDraft(body({ raises }))).toEqual({
      ok: false,
      error: [
        { kind: 'no_condition', raise: 1 },
        { kind: 'condition', raise: 2, place: 1 },
      ],
    });
  });

  it.each([
    ['１０', 10],
    [' 7 ', 7],
    ['27', 27],
    ['0', 0],
  ])('reads %j as a number', (typed, value) => {
    const read = readDraft(body({ tables: [phq9(row(typed, '27'))] }));
    expect(read.ok && read.value.tables[0]?.rows[0]?.from).toBe(value);
  });

  it.each(['-1', '28', '1e1', '0x1', '1 0', 'ten', '0010'])('does not read %j', (typed) => {
    expect(readDraft(body({ tables: [phq9(row(typed, '27'))] })).ok).toBe(false);
  });

  it.each([
    ['1', 1],
    ['90', 90],
  ])('asks again after %s days', (recheck, days) => {
    const read = readDraft(body({ recheck, source: ' why ' }));
    expect(read).toMatchObject({ ok: true, value: { recheckAfterDays: days, source: 'why' } });
  });

  it('never asks again after more than 90 days', () => {
    expect(readDraft(body({ recheck: '91' })).ok).toBe(false);
  });

  it('offers no step beside itself, and the others lowest first', () => {
    const both = { ...row('0', '27'), alsoOpen: [...TIERS].reverse() };
    const all = [...TIERS].reverse();
    const read = readDraft(
      body({
        name: ' one ',
        source: ' ',
        tables: [phq9(both)],
        raises: [{ tier: 'community', alsoOpen: all, when: [{ ask: 'signs', atLeast: 'x' }] }],
        otherwise: { tier: 'face_to_face', alsoOpen: all },
      }),
    );
    expect(read.ok && read.value).toEqual({
      schema: 2,
      name: 'one',
      recheckAfterDays: 14,
      tables: [
        {
          instrument: 'phq-9',
          rows: [
            {
              id: 'row-phq-9-1',
              from: 0,
              to: 27,
              tier: 'guidance',
              alsoOpen: ['community', 'face_to_face'],
            },
          ],
        },
      ],
      raises: [
        {
          id: 'raise-1',
          when: [{ fact: 'signs' }],
          tier: 'community',
          alsoOpen: ['guidance', 'face_to_face'],
        },
      ],
      otherwise: { tier: 'face_to_face', alsoOpen: ['guidance', 'community'] },
      source: 'one',
    });
  });

  it('keeps the last paragraph of the source, without the reason of the version before', () => {
    const [preset] = PRESETS;
    if (!preset) throw new Error('no preset');
    const policy = { ...preset.policy, source: 'Because.\n\nKroenke 2001.' };
    expect(draftBody(policy).source).toBe('Kroenke 2001.');
  });

  it('of the first form reads as one with a table', () => {
    const kept = { revision: 3, base: null, forms: ['f'], asideOf: null };
    const typed = { name: 'old', recheck: '7', source: 's' };
    const rows = [row('0', '27')];
    expect(draftSchema.parse({ ...kept, ...typed, rows })).toEqual({
      ...kept,
      ...body({ ...typed, tables: [phq9(...rows)] }),
      otherwise: { tier: 'face_to_face', alsoOpen: ['guidance', 'community'] },
      contributors: [],
    });
  });
});
