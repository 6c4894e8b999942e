import type { ReactElement } from 'react';

type Render = (page: ReactElement) => string;
let render: Render | undefined;

async function toMarkup(page: ReactElement): Promise<string> {
  // A static import of react-dom/server is refused by the bundler in this layer.
  render ??= (await import('react-dom/server')).renderToStaticMarkup;
  return render(page);
}

/** The only place that turns components into a document: no client runtime, no inline script (decision D6). */
export const html = async (page: ReactElement): Promise<string> =>
  `<!doctype html>${await toMarkup(page)}`;

/** A drawing as a file of its own. */
export const svg = async (drawing: ReactElement): Promise<string> =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${await toMarkup(drawing)}\n`;
