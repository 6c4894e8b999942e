import { existsSync } from 'node:fs';

/** Flags that keep the browser on this machine: it looks nothing up and asks nobody for updates. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The shell first: the same engine without windows, which take two fifths of the work of a page that is resized. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The Chromium of this machine; undefined = Playwright's own. */
export function findChromium(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}
