import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import {
  type OperatorWording,
  readOperatorWording,
} from '#lib/domain/screening/operator-wording.ts';
import { sha256Hex } from './hashes.ts';

export interface LoadedWording extends OperatorWording {
  /** By the rule of `lib/i18n/instruments/manifest.json`. */
  readonly sha256: string;
}

/**
 * Every wording in a folder; none where no folder is set.
 * @throws Error with one line: the file, the line in it, and what is wrong.
 */
export function readOperatorWordings(folder: string): readonly LoadedWording[] {
  if (folder === '') return [];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`Set HANDRAIL_INSTRUMENTS: there is no folder ${folder}`);
  }
  const loaded = new Map<string, LoadedWording>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const file of files.sort()) {
    const place = join(folder, file);
    const source = readFileSync(place, 'utf8').replace(/^\uFEFF/, '');
    const tree = readTree(place, source);
    const read = readOperatorWording(JSON.parse(source));
    if (!read.ok) {
      const { path, problem } = read.error;
      const what = path.length > 0 ? `${path.join('.')}: ${problem}` : problem;
      throw problemAt(place, lineOf(source, offsetOf(tree, path)), what);
    }
    const { instrument, locale, wording } = read.value;
    const name = `${instrument} (${locale})`;
    if (loaded.has(name)) {
      const line = lineOf(source, offsetOf(tree, ['instrument']));
      throw problemAt(place, line, `another file brings ${name} as well`);
    }
    loaded.set(name, { ...read.value, sha256: hashOf(wording) });
  }
  return [...loaded.values()];
}

function hashOf({ stem, items, options, functionalItem }: OperatorWording['wording']): string {
  return sha256Hex(JSON.stringify({ stem, items, options, functionalItem }));
}

function readTree(place: string, source: string): Node {
  const errors: ParseError[] = [];
  const strict = { disallowComments: true, allowTrailingComma: false };
  const tree = parseTree(source, errors, strict);
  const [first] = errors;
  if (!tree || first) throw problemAt(place, lineOf(source, first?.offset ?? 0), 'is not JSON');
  return tree;
}

/** Where a value stands; one that is missing, where it should stand. */
function offsetOf(tree: Node, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.offset;
  }
  return tree.offset;
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function problemAt(place: string, line: number, problem: string): Error {
  return new Error(`${place}, line ${line}: ${problem}`);
}
