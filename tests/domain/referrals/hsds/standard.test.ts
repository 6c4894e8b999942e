import { expect, test } from 'vitest';
import { SHAPES } from '#lib/domain/referrals/hsds/shape.ts';
import { ENTITIES, type Entity, type Kind, TABLES } from '#lib/domain/referrals/hsds/tables.ts';
import { published } from './examples.ts';

interface PublishedField {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: { readonly fields: readonly PublishedField[] };
}
interface Definition {
  readonly properties: Readonly<
    Record<string, { readonly $ref?: string; readonly items?: { readonly $ref: string } }>
  >;
  readonly required?: readonly string[];
}

const { resources } = published('datapackage') as { readonly resources: readonly Resource[] };
const schema = published('service-schema') as Definition & {
  readonly definitions: Readonly<Record<string, Definition>>;
};
const definitionOf = (entity: string) =>
  entity === 'service' ? schema : schema.definitions[entity];

function kindOf({ type, format, constraints }: PublishedField): Kind {
  if (constraints?.enum) return constraints.enum;
  if (format === 'uuid') return 'uuid';
  return type === 'string' ? 'text' : (type as Kind);
}

test('our tables are those of the published data package, field by field', () => {
  expect(ENTITIES).toEqual(resources.map(({ name }) => name));
  for (const { name, path, schema: table } of resources) {
    const ours = TABLES[name as Entity];
    expect(ours.file).toBe(path);
    const always = definitionOf(name)?.required ?? [];
    const fields = table.fields.map((field) => ({
      name: field.name,
      kind: kindOf(field),
      required: always.includes(field.name)
        ? 'always'
        : field.constraints?.required
          ? 'tables'
          : 'never',
    }));
    expect(ours.fields, name).toEqual(fields);
  }
});

test('objects stand in one another as the published schema says', () => {
  const refOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);
  for (const entity of ENTITIES) {
    const properties = Object.entries(definitionOf(entity)?.properties ?? {});
    const many = properties.flatMap(([name, { items }]) =>
      items ? [`${name} ${refOf(items.$ref)}`] : [],
    );
    const one = properties.flatMap(([name, { $ref }]) => ($ref ? [`${name} ${refOf($ref)}`] : []));
    const said = (list: readonly { name: string; entity: string }[]) =>
      list.map(({ name, entity: inner }) => `${name} ${inner}`).toSorted();
    expect(said(SHAPES[entity].many), entity).toEqual(many.toSorted());
    expect(said(SHAPES[entity].one), entity).toEqual(one.toSorted());
  }
});
