// A browser without scripts: cookies, forms and redirects over loopback.
import http from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface Client {
  get(path: string): Promise<Answer>;
  /** Posts the fields with the form token of the page last got, or the one given. */
  post(path: string, fields?: Readonly<Record<string, string>>, token?: string): Promise<Answer>;
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
  /** The token of the form on the page last got. */
  readonly token: () => string;
  readonly cookies: Map<string, string>;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

export function newClient(origin: string): Client {
  const cookies = new Map<string, string>();
  let token = '';
  const { hostname, port } = new URL(origin);
  const address = hostname === 'localhost' ? '127.0.0.1' : hostname;

  function send(method: string, path: string, options: SendOptions = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      host: new URL(origin).host,
      ...(cookie ? { cookie } : {}),
      ...(options.body === undefined
        ? {}
        : { 'content-length': String(Buffer.byteLength(options.body)) }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const request = http.request(
        { host: address, port, path, method, headers, agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) keep(line);
            const body = Buffer.concat(chunks).toString('utf8');
            token = /name="_form" value="([^"]+)"/.exec(body)?.[1] ?? token;
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
          });
        },
      );
      request.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a connection that had been idle just as it was used once more: it read nothing.
        if (request.reusedSocket && error.code === 'ECONNRESET') {
          resolve(send(method, path, options));
        } else reject(error);
      });
      request.end(options.body);
    });
  }

  function keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    cookies,
    send,
    token: () => token,
    get: (path) => send('GET', path),
    post: (path, fields = {}, given) =>
      send('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        body: new URLSearchParams({ ...fields, _form: given ?? token }).toString(),
      }),
  };
}

/** Where a redirect leads, without origin. */
export function target(answer: Answer): string {
  return new URL(answer.headers.location ?? '', 'http://x').pathname;
}

/** Where a post led to the support page: looks at it and goes on, which saves the answers. */
export async function passSupport(client: Client, sent: Answer, locale: string): Promise<Answer> {
  if (!target(sent).endsWith('/support')) return sent;
  await client.get(`${locale}/check/support`);
  return client.post(`${locale}/check/support`);
}

/** Walks from "Before you start" to the result, all questions on one page. Returns the result page. */
export async function screen(
  client: Client,
  options: {
    readonly locale?: string;
    readonly answers: readonly (number | 'declined')[];
    readonly research?: boolean;
    /** Agrees to the text that the page has while a comparison runs. */
    readonly chance?: boolean;
  },
): Promise<Answer> {
  const at = (path: string) => `/${options.locale ?? 'en'}${path}`;
  await client.get(at('/check'));
  await client.post(at('/check'), { device: 'private', age: 'adult', self: 'yes' });
  const asked = await client.get(at('/check/research'));
  const text = /name="text" value="(\w+)"/.exec(asked.body)?.[1] ?? 'plain';
  if (options.chance && text !== 'chance') throw new Error('the page says nothing of chance');
  await client.post(at('/check/research'), { research: options.research ? 'yes' : 'no', text });
  await client.get(at('/check/all'));
  const answers = options.answers.map((answer, i) => [`q${i + 1}`, String(answer)] as const);
  const sent = await client.post(at('/check/all'), Object.fromEntries(answers));
  await passSupport(client, sent, at(''));
  await client.get(at('/check/likely'));
  await client.post(at('/check/likely'), { strength: '5' });
  return client.get(at('/next'));
}
