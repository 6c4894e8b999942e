import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ASSET_BUDGETS,
  type AssetManifest,
  buildAssets,
  findBudgetProblems,
} from '#lib/run/build-assets.ts';

let out = '';
let manifest: AssetManifest;
const fileOf = (address: string) => readFileSync(join(out, address.replace('/assets/', '')));

const NOTHING = { css: 1, script: 1, passkey: 1, thread: 1, push: 1, font: 1 };

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'handrail-assets-'));
  manifest = await buildAssets(process.cwd(), out);
});
afterAll(() => rmSync(out, { recursive: true }));

describe('assets', () => {
  it('are named by their content, listed in the manifest, and the font brings its licence', () => {
    expect(JSON.parse(fileOf('manifest.json').toString())).toEqual(manifest);
    expect(manifest.css).toMatch(/^\/assets\/site\.[0-9a-f]{10}\.css$/);
    expect(fileOf('font-licence.txt').toString()).toContain('SIL Open Font License');
    expect(fileOf(manifest.css).toString()).toContain(`url(${manifest.font})`);
  });

  it('keep their byte budgets', () => {
    expect(brotliCompressSync(fileOf(manifest.css)).length).toBeLessThanOrEqual(ASSET_BUDGETS.css);
    expect(brotliCompressSync(fileOf(manifest.script)).length).toBeLessThanOrEqual(
      ASSET_BUDGETS.script,
    );
    expect(fileOf(manifest.font).length).toBeLessThanOrEqual(ASSET_BUDGETS.font);
  });

  it('name what is too large, and by how much', () => {
    expect(findBudgetProblems({ ...NOTHING, css: 12_289 })).toEqual([
      'The css is 12289 bytes; the budget is 12288.',
    ]);
  });

  it('are the same when built again, with nothing left over', async () => {
    const before = readdirSync(out);
    expect(await buildAssets(process.cwd(), out)).toEqual(manifest);
    expect(readdirSync(out)).toEqual(before);
  });
});

describe('the stylesheet', () => {
  const css = () => fileOf(manifest.css).toString();

  it('has no cascade layer, no nesting and no placeholder left: older phones drop all three', () => {
    expect(css()).not.toMatch(/@layer|@theme|@utility|--dark\)|--more\)|[^a-z]&/);
  });

  it('loads nothing but its own font', () => {
    const urls = [...css().matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url);
    expect(new Set(urls)).toEqual(new Set([manifest.font]));
  });

  it('gives the dark colours to the device’s preference and to the visitor’s choice alike', () => {
    const dark = /prefers-color-scheme:dark\)\{:root:not\(\[data-theme=light\]\)[^{]*\{([^}]*)\}/;
    const chosen = /\}:root\[data-theme=dark\][^{]*\{([^}]*)\}/;
    expect(css().match(dark)?.[1]).toContain('--c-paper:#131c1b');
    expect(css().match(chosen)?.[1]).toBe(css().match(dark)?.[1]);
  });

  it('does not let the Latin font claim Chinese quotation marks', () => {
    const face = css().match(/@font-face\{font-family:Handrail Latin zh;[^}]*\}/)?.[0] ?? '';
    expect(face).toContain('unicode-range');
    expect(face).not.toMatch(/U\+20(1|2)/);
  });
});

describe('text colours', () => {
  const TEXT = ['ink', 'ink-soft', 'pine', 'clay', 'ember', 'dusk', 'moss'];
  const SURFACES = ['paper', 'sheet', 'mist', 'stone'];
  const source = readFileSync('app/styles/tokens.css', 'utf8');
  const blocks = source.split(/@media \(--/);
  const modes = { light: blocks[0] ?? '', dark: blocks[1] ?? '' };

  it.each(Object.entries(modes))('reach 7:1 on every surface in %s', (_mode, block) => {
    const hex = (name: string) => block.match(new RegExp(`--c-${name}: #(\\w{6});`))?.[1] ?? '';
    const pairs = TEXT.flatMap((text) => SURFACES.map((surface) => [text, surface] as const));
    const tints = ['pine', 'clay', 'ember', 'dusk', 'moss'].flatMap((name) => [
      [name, `${name}-tint`] as const,
      ['ink', `${name}-tint`] as const,
    ]);
    const buttons = ['pine', 'clay', 'ember'].map((name) => [`on-${name}`, name] as const);
    const low = [...pairs, ...tints, ...buttons].filter(([a, b]) => ratio(hex(a), hex(b)) < 7);
    expect(low).toEqual([]);
    for (const surface of SURFACES) expect(ratio(hex('line'), hex(surface))).toBeGreaterThan(3);
  });
});

/** WCAG 2.2, contrast ratio. */
function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
