import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANG, LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { frameFor } from '../support/frame.ts';
import { publicPages } from '../support/public-pages.tsx';
import { specimens } from '../support/specimens.tsx';

/** PREVIEW=folder writes every page there, to be looked at in a browser. */
const preview = process.env['PREVIEW'];

const html = (locale: Locale) =>
  Object.entries({ ...publicPages(locale), ...specimens(locale) }).map(
    ([name, page]) => [name, `<!doctype html>${renderToStaticMarkup(page)}`] as const,
  );

/** Content guide, section 4.2: words that blame, label, press, or belong to staff. */
const BANNED = {
  en: [
    /\b(you suffer|suffering from|disorder|symptoms?|severe|depression)\b/i,
    /\b(clinician|provider|professional help|treatment|referral|psychiatric|intake)\b/i,
    /\b(seek help|help-seeking|reach out|at risk|should|must|try to)\b/i,
    /\b(suicidal|commit(ted)? suicide|failed attempt|successful)\b/i,
    /\b(anonymous|secure|bank-grade|incomplete|failed|missed|overdue)\b/i,
    /\b(tier|pathway|funnel|conversion|triage|forum|community|chat room|skip)\b/i,
    /\b(don't|can't|won't|isn't|you're|we'll|well done|sadly)\b/i,
  ],
  'zh-hans': [/精神病|病人|患者|变态|想不开|矫情|负能量|心理有问题|自杀成功|自杀未遂|轻生/],
  'zh-hant': [/精神病|病人|患者|黐線|諗唔開|求醫|心理有問題|自殺成功|自殺不遂|輕生/],
} as const satisfies Record<Locale, readonly RegExp[]>;

/** Text that a reader sees, without the published wording and without what the law of words exempts. */
function textOf(page: string): string {
  return page
    .replace(/<(h1|h2|label|li|span)[^>]* translate="no"[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<ol>.*?sheet-question.*?<\/ol>/gs, ' ')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&#x27;/g, "'");
}

for (const locale of LOCALES) {
  describe(`pages in ${locale}`, () => {
    it.each(html(locale))('%s is one well-formed, self-contained page', (name, page) => {
      if (preview) {
        mkdirSync(preview, { recursive: true });
        writeFileSync(join(preview, `${name}.${locale}.html`), page);
      }
      expect(page).toContain(`<html lang="${LANG[locale]}" dir="ltr"`);
      expect(page.match(/<h1[ >]/g)).toHaveLength(1);
      expect(page.match(/<main /g)).toHaveLength(1);
      expect(page).not.toMatch(/ style=| on[a-z]+="|<style|<script(?! type="module" src=)/);
      expect(page).not.toMatch(/(src|href|action)="https?:\/\/[^"]*\.(js|css|woff2)/);
      expect(page.match(/class="help-now"/g)).toHaveLength(1);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of page.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)) {
        for (const id of target?.split(' ') ?? []) expect(ids).toContain(id);
      }
    });

    it.each(html(locale))('%s says nothing that the content guide forbids', (_name, page) => {
      const text = textOf(page);
      for (const words of BANNED[locale]) expect(text.match(words)?.[0]).toBeUndefined();
    });

    it.each(html(locale))('%s keeps headings in order', (_name, page) => {
      const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      const jumps = levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1);
      expect(jumps).toEqual([]);
    });

    it('says where the words are in another language', () => {
      for (const [, page] of html(locale)) {
        for (const other of LOCALES) expect(page).toContain(`<li lang="${LANG[other]}">`);
      }
    });
  });
}

describe('English texts', () => {
  it('have no sentence over 20 words', () => {
    const long = ['shell', 'help', 'public', 'display'].flatMap((area) =>
      sentences(JSON.parse(readFileSync(`lib/i18n/messages/en/${area}.json`, 'utf8'))),
    );
    expect(long.filter((text) => text.split(/\s+/).length > 20)).toEqual([]);
  });
});

function sentences(node: unknown): readonly string[] {
  if (typeof node === 'string') return node.startsWith('{') ? [] : node.split(/(?<=[.?!:])\s+/);
  return Object.values(node as object).flatMap(sentences);
}

describe('page titles and addresses', () => {
  it('are neutral, and the service is named last', () => {
    for (const locale of LOCALES) {
      for (const [, page] of html(locale)) {
        const title = page.match(/<title>(.*?)<\/title>/)?.[1] ?? '';
        expect(title).toMatch(/ - Willow Street$/);
        expect(title).not.toMatch(/depress|phq|suicid|mental|抑郁|抑鬱|自杀|自殺|精神/i);
      }
    }
  });

  it('say first when something is to be fixed', () => {
    const page = renderToStaticMarkup(specimens('en')['question-failed'] ?? <p />);
    expect(page).toMatch(/<title>Error: /);
    expect(page).toContain('href="#answer"');
  });
});

describe('what is printed or asked about this service', () => {
  it('leads back to a screen by an address in words and as a code for a camera', () => {
    const paper = renderToStaticMarkup(publicPages('en')['paper'] ?? <p />);
    expect(paper).toContain('<strong translate="no">https://willow.example/en</strong>');
    expect(paper).toMatch(/<svg[^>]* role="img" aria-label="[^"]+"/);
  });

  it('says who pays and when the next review is, or that nobody has said so', () => {
    const about = renderToStaticMarkup(publicPages('en')['about'] ?? <p />);
    expect(about).toMatch(/Next review<\/dt><dd>Not yet planned</);
    expect(about).toMatch(/Paid for by<\/dt><dd>Not yet named</);
  });
});

describe('the low-data version', () => {
  it('asks for neither font nor script', () => {
    const { display } = frameFor('en', '/');
    const dark = { ...display, theme: 'dark', lowData: true } as const;
    const page = renderToStaticMarkup(specimens('en', { display: dark })['question'] ?? <p />);
    expect(page).not.toMatch(/<script|as="font"/);
    expect(page).toContain('data-theme="dark"');
  });
});
