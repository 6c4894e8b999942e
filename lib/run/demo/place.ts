import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = '.data-demo';
/** Ways to the first page that its people came by. */
const ENTRY_POINTS = 'poster,campus,partner-gp';
/** Stands in the folder of a demo, and in no other. */
const MARK = 'demo.json';

const GIVEN = [
  'DATABASE_URL',
  'DATABASE_URL_WEB',
  'DATABASE_URL_WORKER',
  'DATABASE_URL_RESEARCH',
  'HANDRAIL_SECRET_FILE',
] as const;

export interface DemoState {
  /** How often filling it was begun: each time with another seed. */
  readonly tries: number;
  readonly whole: boolean;
}

/**
 * What a demo runs with: a folder of its own, and nothing that may be somebody's.
 * @throws Error with one line that says what to take away.
 */
export function demoEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const given = GIVEN.find((name) => env[name]);
  if (given) throw new Error(`The demo keeps to a database of its own: start it without ${given}`);
  const folder = env['HANDRAIL_DATA'] || FOLDER;
  if (existsSync(folder) && readdirSync(folder).length > 0 && readDemo(folder) === null) {
    throw new Error(`${folder} holds something else: set HANDRAIL_DATA to an empty folder`);
  }
  mkdirSync(folder, { recursive: true });
  if (readDemo(folder) === null) markDemo(folder, { tries: 0, whole: false });
  const entryPoints = env['HANDRAIL_ENTRY_POINTS'] || ENTRY_POINTS;
  return { HANDRAIL_DATA: folder, HANDRAIL_DEMO: '1', HANDRAIL_ENTRY_POINTS: entryPoints };
}

/** Null where the folder is none of a demo. */
export function readDemo(folder: string): DemoState | null {
  const file = resolve(folder, MARK);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoState) : null;
}

export function markDemo(folder: string, state: DemoState): void {
  writeFileSync(resolve(folder, MARK), `${JSON.stringify(state)}\n`);
}
