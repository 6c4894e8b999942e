// The forms of the built pages, as a stranger would find them.
import type { Client } from '../../support/client.ts';
import type { Actor } from '../../support/generate-input.ts';
import { inParallel } from '../../support/in-parallel.ts';

export interface FoundForm {
  /** The address that it posts to. */
  readonly action: string;
  readonly by: Client;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Opens every address as everybody and reads the forms of the pages that they get. */
export async function findForms(
  clients: readonly Client[],
  paths: readonly string[],
): Promise<readonly FoundForm[]> {
  const visits = clients.flatMap((by) => paths.map((path) => ({ by, path })));
  const found = await inParallel(visits, 8, async ({ by, path }) => {
    const { status, body } = await by.get(path);
    return status === 200 ? formsIn(body).map((form) => ({ ...form, by })) : [];
  });
  return found.flat();
}

function formsIn(html: string): readonly Omit<FoundForm, 'by'>[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag = '']) => /method="post"/i.test(tag))
    .flatMap(([, tag = '', inside = '']) => {
      const others = [...inside.matchAll(/formaction="([^"]*)"/gi)].map(([, to = '']) => to);
      const fields = fieldsIn(inside);
      return [attribute(tag, 'action') ?? '', ...others].map((action) => ({ action, fields }));
    });
}

function fieldsIn(html: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const [, tag = '', inside = ''] of html.matchAll(
    /<(?:input|textarea|button)\b([^>]*)>|<select\b([^>]*)>/g,
  )) {
    const name = attribute(tag || inside, 'name');
    if (name === undefined || name === '_form') continue;
    const values = fields.get(name) ?? [];
    fields.set(name, [...values, attribute(tag, 'value') ?? 'Some words of 14 or more']);
  }
  const options = [...html.matchAll(/<option\b([^>]*)>/g)].map(([, tag = '']) => tag);
  const offered = options.map((tag) => attribute(tag, 'value') ?? '');
  for (const [, tag = ''] of html.matchAll(/<select\b([^>]*)>/g)) {
    const name = attribute(tag, 'name');
    if (name !== undefined) fields.set(name, offered);
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}

/** Somebody's cookies with as many valid form tokens as are asked for; `page` holds a form. */
export async function actorOf(client: Client, page: string, tokens: number): Promise<Actor> {
  const drawn = await inParallel(Array.from({ length: tokens }), 8, () => client.get(page));
  return {
    cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    tokens: drawn.flatMap(({ body }) => /name="_form" value="([^"]+)"/.exec(body)?.[1] ?? []),
  };
}
