import type { ReactElement } from 'react';

type Render = (page: ReactElement) => string;
let render: Render | undefined;

/** The only place that turns components into a document: no client runtime, no inline script (decision D6). */
export async function html(page: ReactElement): Promise<string> {
  // A static import of react-dom/server is refused by the bundler in this layer.
  render ??= (await import('react-dom/server')).renderToStaticMarkup;
  return `<!doctype html>${render(page)}`;
}
