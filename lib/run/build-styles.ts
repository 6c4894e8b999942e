import { readFile } from 'node:fs/promises';
import cascadeLayers from '@csstools/postcss-cascade-layers';
import tailwind from '@tailwindcss/postcss';
import { transform } from 'lightningcss';
import postcss, { type Root, type Rule } from 'postcss';

/**
 * Oldest browsers the stylesheet is written for: phones and in-app browsers of early 2021.
 * Tailwind 4 puts everything in `@layer`, which these drop entirely; so layers are flattened.
 */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8);
const TARGETS = {
  chrome: version(87),
  android: version(87),
  samsung: version(14),
  firefox: version(78),
  safari: version(14, 1),
  ios_saf: version(14, 5),
};

/** How a mode is reached: by the device's own preference, or by the visitor's choice. */
const DARK = '(prefers-color-scheme: dark)';
const MORE = '(prefers-contrast: more)';
const NOT_LIGHT = ':not([data-theme="light"])';
const CHOSEN_DARK = '[data-theme="dark"]';
const CHOSEN_MORE = '[data-contrast="more"]';
const MODES: Readonly<Record<string, readonly (readonly [media: string, root: string])[]>> = {
  '(--dark)': [
    [DARK, `:root${NOT_LIGHT}`],
    ['', `:root${CHOSEN_DARK}`],
  ],
  '(--more)': [
    [MORE, ':root'],
    ['', `:root${CHOSEN_MORE}`],
  ],
  '(--more-dark)': [
    [`${MORE} and ${DARK}`, `:root${NOT_LIGHT}`],
    [MORE, `:root${CHOSEN_DARK}`],
    [DARK, `:root${CHOSEN_MORE}${NOT_LIGHT}`],
    ['', `:root${CHOSEN_MORE}${CHOSEN_DARK}`],
  ],
};

/** Compiles, flattens and minifies the stylesheet; `font` is the address of the font file. */
export async function buildStyles(file: string, font: string): Promise<Buffer> {
  const plugins = [tailwind({ optimize: false }), expandModes, cascadeLayers()];
  const compiled = await postcss(plugins).process(await readFile(file, 'utf8'), { from: file });
  const { code } = transform({
    filename: 'site.css',
    code: Buffer.from(compiled.css.replace(/[^'"(]*latin\.woff2/g, font)),
    minify: true,
    targets: TARGETS,
  });
  return Buffer.from(code);
}

/** Writes each `@media (--mode) { :root { … } }` once for every way to reach the mode. */
const expandModes = {
  postcssPlugin: 'expand-modes',
  OnceExit(css: Root) {
    css.walkAtRules('media', (at) => {
      const ways = MODES[at.params];
      if (!ways) return;
      for (const [media, root] of ways) {
        const rules = (at.nodes ?? []).map((node) => {
          const copy = node.clone() as Rule;
          copy.selector = root;
          return copy;
        });
        at.before(media ? postcss.atRule({ name: 'media', params: media, nodes: rules }) : rules);
      }
      at.remove();
    });
  },
};
