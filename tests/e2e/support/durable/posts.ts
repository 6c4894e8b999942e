// Posts that are kept, so that each can be sent again exactly as it was.
import { expect } from '@playwright/test';
import { type Answer, type Client, newClient } from '../../../support/client.ts';

export interface Post {
  readonly path: string;
  readonly cookie: string;
  readonly body: string;
  /** Where the first answer led, without the origin. */
  readonly led: string;
}

type Fields = Readonly<Record<string, string>>;

export const led = ({ status, headers }: Answer) =>
  `${status} ${headers.location?.replace(/^https?:\/\/[^/]+/, '') ?? ''}`;

/** The same bytes with the same cookies, from a browser that knows nothing else. */
export function send(client: Client, origin: string, post: Omit<Post, 'led'>): Promise<Answer> {
  return client.send('POST', post.path, {
    headers: {
      origin,
      cookie: post.cookie,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: post.body,
  });
}

export interface Poster {
  readonly client: Client;
  readonly posts: readonly Post[];
  /** Opens the form's page and posts the form, `copies` times at once. */
  post(path: string, fields?: Fields, action?: string): Promise<Answer>;
}

/** A browser that sends each form `copies` times at the same moment, as a shaky network may. */
export function newPoster(
  origin: string,
  copies: number,
  then: (post: Post) => Promise<void> = async () => undefined,
  cookies: ReadonlyMap<string, string> = new Map(),
): Poster {
  const client = newClient(origin);
  for (const [name, value] of cookies) client.cookies.set(name, value);
  const posts: Post[] = [];
  return {
    client,
    posts,
    async post(path, fields = {}, action = path) {
      expect((await client.get(path)).status, path).toBe(200);
      const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const body = new URLSearchParams({ ...fields, _form: client.token() }).toString();
      const once = { path: action, cookie, body };
      const [first, ...others] = await Promise.all([
        send(client, origin, once),
        ...Array.from({ length: copies - 1 }, () => send(newClient(origin), origin, once)),
      ]);
      if (!first) throw new Error('no copy was sent');
      expect(first.status, `${action} ${first.body}`).toBe(303);
      for (const other of others) expect(led(other), action).toBe(led(first));
      const post = { ...once, led: led(first) };
      posts.push(post);
      await then(post);
      return first;
    },
  };
}
