// Steady traffic that notices every answer that was cut off.
import http from 'node:http';

export interface Traffic {
  /** Answers that came whole, with their status. */
  readonly whole: number[];
  /** Answers that began and broke off. */
  readonly truncated: string[];
}

const PATHS = ['/en', '/en/check', '/zh-hans/help', '/zh-hant/what-we-keep', '/en/services'];
const CLIENTS = 16;

/** Asks for one page after another until nobody listens any more. */
export async function askUntilGone(origin: string, traffic: Traffic): Promise<void> {
  const { port } = new URL(origin);
  const one = async (n: number) => {
    for (let i = n; ; i += 1) {
      const path = PATHS[i % PATHS.length] ?? '/';
      if (!(await ask(Number(port), path, traffic))) return;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => one(n)));
}

/** False where nobody answered at all. */
function ask(port: number, path: string, traffic: Traffic): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume();
      response.on('error', () => undefined);
      response.on('close', () => {
        if (response.complete) traffic.whole.push(response.statusCode ?? 0);
        else traffic.truncated.push(path);
        resolve(true);
      });
    });
    request.on('error', () => resolve(false));
  });
}
