import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import list from './privacy.json' with { type: 'json' };

interface Column {
  readonly table: string;
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly attributes: string;
}

const SCALARS = new Set(['String', 'Int', 'BigInt', 'Boolean', 'DateTime', 'Json', 'Bytes']);

/** Every stored column, read from the schema itself. */
function columns(): readonly Column[] {
  const text = readFileSync('prisma/schema.prisma', 'utf8');
  return [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
    const schema = /@@schema\("(\w+)"\)/.exec(body)?.[1] ?? '';
    return [...body.matchAll(/^ {2}(\w+)\s+(\w+)(?:\[\])?\??([^\n]*)$/gm)]
      .filter(([, , type = '']) => SCALARS.has(type))
      .map(([, field = '', type = '', attributes = '']) => {
        const name = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field;
        return { table: `${schema}.${table}`, schema, name, type, attributes };
      });
  });
}

describe('what is stored', () => {
  const stored = columns();

  it('is on the privacy list, column by column, with what it is', () => {
    const found: Record<string, readonly string[]> = {};
    for (const { table, name } of stored) found[table] = [...(found[table] ?? []), name];
    const listed = Object.entries(list).map(
      ([table, named]) => [table, Object.keys(named)] as const,
    );
    const sorted = (all: readonly (readonly [string, readonly string[]])[]) =>
      all.flatMap(([table, names]) => names.map((name) => `${table}.${name}`)).toSorted();
    expect(sorted(listed)).toEqual(sorted(Object.entries(found)));
    expect(stored.length).toBeGreaterThan(90);
  });

  it('holds no clock time and no running number of a visitor', () => {
    for (const { schema, name, type, attributes } of stored.filter((c) => c.schema === 'subject')) {
      expect(`${schema}.${name} ${type} ${attributes}`).not.toMatch(
        /autoincrement|cuid|ulid|uuid\(7\)|now\(\)/,
      );
      if (type === 'DateTime') expect(attributes).toContain('@db.Date');
    }
  });

  it('names no person, place or device of a visitor', () => {
    const forbidden =
      /(^|_)(ip|address|agent|referrer|email|mail|phone|name|birth|gender|latitude|device|user)(_|$)/;
    const named = stored.filter((c) => c.schema === 'subject' && forbidden.test(c.name));
    expect(named).toEqual([]);
  });

  it('has free text of visitors only where it is sealed', () => {
    const classes = Object.entries(list).filter(([table]) => table.startsWith('subject.'));
    const open = classes.flatMap(([table, named]) =>
      Object.entries(named)
        .filter(([, what]) => what.startsWith('free text'))
        .map(([name]) => `${table}.${name}`),
    );
    expect(open).toEqual([]);
  });
});
