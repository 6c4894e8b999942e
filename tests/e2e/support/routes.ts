// Who gets what at every address, written by hand: what the code grants must be found here too.
import { readFileSync } from 'node:fs';
import { all, handler, MACHINE, type Row } from './route-rows.ts';
import { OF_STAFF } from './routes-staff.ts';
import { OF_VISITORS } from './routes-visitor.ts';

/** Addresses without a language. */
const BARE: Readonly<Record<string, Row>> = {
  '/': handler(all('start'), all('method'), all('method')),
  '/[...unknown]': handler(all('none'), all('none'), all('none')),
  '/_global-error': handler(all('none'), all('none'), all('none')),
  '/_not-found': handler(all('none'), all('none'), all('none')),
  '/healthz': MACHINE,
  '/metrics': handler(all('none'), all('method'), all('method')), // not for who comes from outside
  '/readyz': MACHINE,
};

/** The expectations by the name that the built server gives a route. */
export const ROUTES: ReadonlyMap<string, Row> = new Map([
  ...Object.entries(BARE),
  ...Object.entries({ ...OF_VISITORS, ...OF_STAFF }).map(
    ([path, row]) => [`/[locale]${path}`, row] as const,
  ),
]);

/** Every route of the built server, by its own manifests. */
export function builtRoutes(): readonly string[] {
  const named = readManifest('.next/app-path-routes-manifest.json');
  const built = Object.keys(readManifest('.next/server/app-paths-manifest.json'));
  const missing = built.filter((entry) => !(entry in named));
  if (missing.length > 0) throw new Error(`Built without an address: ${missing.join(', ')}`);
  return [...new Set(Object.values(named).map(String))];
}

export function readManifest(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

const isFile = (path: string) => /\/(json|text|file)$/.test(path);

/** Every page that a visitor may see, without its language; files to keep are no pages. */
export function visitorPages(): readonly string[] {
  return Object.entries(OF_VISITORS)
    .filter(([path]) => !isFile(path))
    .filter(([, { get }]) => Object.values(get).includes('page'))
    .map(([path]) => path || '/');
}
