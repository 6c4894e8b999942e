import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Localised } from '../service.ts';
import { type AttributeCode, attributeOf, withAttribute, withoutAttribute } from './attributes.ts';
import type { HsdsObject } from './shape.ts';
import type { UuidOf } from './write-tables.ts';

/** What a file does not say by itself. */
export interface Reading {
  /** The language of its texts, unless it says another. */
  readonly language: Locale;
  /** Where its services are, unless an address says so. */
  readonly country: string;
  /** What a visitor reads where the file says nothing. */
  readonly unknown: Localised;
  readonly uuidOf: UuidOf;
}

/** How one value of an entry is read from a service of the standard, and written into it. */
export interface HsdsField<V> {
  readonly read: (source: HsdsObject, how: Reading) => V;
  readonly write: (source: HsdsObject, value: V, how: Reading) => HsdsObject;
}

interface Definition<V> {
  readonly code: AttributeCode;
  /** What the fields of the standard say. */
  readonly derive: (source: HsdsObject, how: Reading) => V;
  /** Says it in the fields of the standard, as far as they can. */
  readonly put?: (source: HsdsObject, value: V, how: Reading) => HsdsObject;
  readonly toText: (value: V) => string;
  /** Null: it was written by somebody else, and says nothing to us. */
  readonly fromText: (text: string) => V | null | undefined;
}

/**
 * A value that stands in the standard's own fields where they hold it whole, and in an attribute of ours
 * where they do not. Nothing is written that is read so already: a file that was only read goes out as it came.
 */
export function hsdsField<V>({ code, derive, put, toText, fromText }: Definition<V>): HsdsField<V> {
  const read = (source: HsdsObject, how: Reading): V => {
    const text = attributeOf(source, code);
    const own = text === null ? undefined : fromText(text);
    return own === undefined ? derive(source, how) : (own as V);
  };
  const same = (source: HsdsObject, value: V, how: Reading) =>
    JSON.stringify(read(source, how)) === JSON.stringify(value);
  return {
    read,
    write(source, value, how) {
      if (same(source, value, how)) return source;
      const plain = withoutAttribute(source, code);
      if (same(plain, value, how)) return plain;
      const written = put ? put(plain, value, how) : plain;
      if (same(written, value, how)) return written;
      return withAttribute(written, code, toText(value), how.uuidOf);
    },
  };
}
