import type { z } from 'zod';
import type { Opened, Params } from '#app/_request/base.ts';
import { type CookieToSet, setCookies } from '#app/_request/cookie/cookies.ts';
import { type Flash, type FormError, fitsCookie, flashCookie } from '#app/_request/cookie/flash.ts';
import { keptCookie } from '#app/_request/cookie/kept.ts';
import { actKey, readFormToken } from '#app/_request/form/form-token.ts';
import { isOurOwnPost } from '#app/_request/form/origin.ts';
import { readForm, readUpload } from '#app/_request/form/read-form.ts';
import { guarded } from '#app/_request/guarded.ts';
import { locationOf } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { pageHeaders } from '#app/_request/show/headers.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isFresh } from '#lib/domain/access/fresh.ts';
import { can, type Permission } from '#lib/domain/access/permission.ts';
import type { Context, StaffContext } from '#lib/usecases/context.ts';
import { SignedOut } from '#lib/usecases/still-signed-in.ts';
import { getActor, readStaffToken, type SignedIn, staffContext } from './staff.ts';
import { type StaffFile, staffFile } from './staff-file.ts';

export type StaffOutcome =
  | { readonly go: string; readonly cookies?: readonly CookieToSet[] }
  /** The form's page shows these errors and what was typed. */
  | {
      readonly back: string;
      readonly errors: readonly FormError[];
      /** What the page needs for their words, beside what was typed. */
      readonly facts?: Values;
    }
  | { readonly file: StaffFile }
  | { readonly status: 403 | 404 | 429 };

type Values = Readonly<Record<string, string>>;

interface Posted<Fields> {
  readonly fields: z.ZodType<Fields>;
  /** The page whose form this is, without its locale. */
  readonly page: (opened: Opened, values: Values) => string;
  /** Fields that never travel back to the page: passwords, one-time codes, what opens somebody's messages. */
  readonly unkept?: readonly string[] | ((values: Values) => readonly string[]);
  /** Bytes of the file that the form may send. */
  readonly upload?: number;
  /** The page with what was typed, where that is too much for the cookie that takes it back. */
  readonly draw?: (opened: Opened, back: Flash) => Promise<Response>;
}

interface Definition<P extends Permission | null, Fields> extends Posted<Fields> {
  /** null: any signed-in person. */
  readonly permission: P;
  /** Asks for a second factor of the last minutes: signing, exporting, people's accounts. */
  readonly fresh?: true;
  readonly act: (
    ctx: StaffContext<P extends Permission ? P : Permission>,
    fields: Fields,
    opened: Opened,
    signedIn: SignedIn,
  ) => Promise<StaffOutcome>;
}

interface OpenDefinition<Fields> extends Posted<Fields> {
  readonly act: (
    ctx: Context & { readonly key: string },
    fields: Fields,
    opened: Opened,
  ) => Promise<StaffOutcome>;
}

/** A post of a staff page: origin, session, permission, form token, fields, then one use case. */
export function staffPost<P extends Permission | null, Fields>(definition: Definition<P, Fields>) {
  return post(async (opened) => {
    const signedIn = await getActor(opened.request.headers.get('cookie'), opened.context.now);
    if (!signedIn) return signInFirst(definition, opened);
    const { permission } = definition;
    if (permission !== null && !can(signedIn.actor.roles, permission)) {
      return failurePage(opened.request, 404);
    }
    if (definition.fresh && !isFresh(signedIn.actor.verifiedAt, opened.context.now)) {
      return keepFor(definition, opened, { staffId: signedIn.actor.id, go: staffPaths.confirm });
    }
    return receive(definition, opened, signedIn.sessionId, (fields, key) => {
      const ctx = staffContext(opened, signedIn, permission as Permission, key);
      return definition.act(ctx as never, fields, opened, signedIn).catch(signedOut);
    });
  });
}

/** Signed out or without the role since the request came: as if it came now. */
function signedOut(error: unknown): StaffOutcome {
  if (error instanceof SignedOut) return { go: staffPaths.signIn };
  throw error;
}

/** A post of somebody who is not signed in yet: sign-in itself and an invitation. */
export function openStaffPost<Fields>(definition: OpenDefinition<Fields>) {
  return post((opened) =>
    receive(definition, opened, '', (fields, key) =>
      definition.act({ ...opened.context, key }, fields, opened),
    ),
  );
}

function post(answer: (opened: Opened) => Promise<Response>) {
  return (request: Request, at: Params): Promise<Response> =>
    guarded(request, at, (opened) =>
      isOurOwnPost(opened.context.config, request.headers)
        ? answer(opened)
        : failurePage(request, 403),
    );
}

async function receive<Fields>(
  posted: Posted<Fields>,
  opened: Opened,
  bound: string,
  act: (fields: Fields, key: string) => Promise<StaffOutcome>,
): Promise<Response> {
  const { fields, page } = posted;
  const { secrets, now } = opened.context;
  const form = await formOf(opened.request, posted.upload);
  if (!form.ok) return failurePage(opened.request, form.status);
  const { _form = '', ...values } = form.values;
  const kept = without(values, unkeptOf(posted, values));
  const again = (errors: readonly FormError[], path: string, facts: Values = {}) => {
    const flash = { path, errors: [...errors], values: { ...kept, ...facts } };
    const cookie = flashCookie(secrets, now, flash);
    if (fitsCookie(cookie)) return goTo(opened, path, [cookie]);
    // A browser drops a longer one in silence; going back from this page still has what was typed.
    return posted.draw ? posted.draw(opened, flash) : failurePage(opened.request, 413);
  };
  const formId = readFormToken(secrets, bound, _form);
  if (formId === null)
    return again([{ field: '', text: 'shell.form.stale' }], page(opened, values));
  const parsed = fields.safeParse(values);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((i) => ({
      field: String(i.path[0] ?? ''),
      text: i.message,
    }));
    return again(errors, page(opened, values));
  }
  const outcome = await act(parsed.data, actKey(secrets, formId, values));
  if ('errors' in outcome) return again(outcome.errors, outcome.back, outcome.facts);
  if ('status' in outcome) return failurePage(opened.request, outcome.status);
  if ('file' in outcome) return staffFile(opened.context.config, outcome.file);
  return goTo(opened, outcome.go, outcome.cookies);
}

/** The session is over: what its owner sent is kept for them until they have signed in again. */
async function signInFirst<Fields>(posted: Posted<Fields>, opened: Opened): Promise<Response> {
  const token = await readStaffToken(opened.request.headers.get('cookie'));
  if (!token) return goTo(opened, staffPaths.signIn);
  return keepFor(posted, opened, { staffId: token.sub, go: staffPaths.signIn });
}

/** What somebody sent, kept sealed in their own browser while they show who they are. */
async function keepFor<Fields>(
  posted: Posted<Fields>,
  opened: Opened,
  { staffId, go }: { readonly staffId: string; readonly go: string },
): Promise<Response> {
  const { request, context } = opened;
  const form = await formOf(request, posted.upload);
  if (!form.ok) return failurePage(request, form.status);
  const values = without(form.values, ['_form', ...unkeptOf(posted, form.values)]);
  // Signed in again, there is nothing to look over; after a confirmation there is a page to go back to.
  if (Object.keys(values).length === 0 && go === staffPaths.signIn) return goTo(opened, go);
  const kept = { staffId, path: posted.page(opened, values), values };
  const cookie = keptCookie(context.secrets, context.now, kept);
  return fitsCookie(cookie) ? goTo(opened, go, [cookie]) : failurePage(request, 413);
}

function formOf(request: Request, upload: number | undefined) {
  return upload === undefined ? readForm(request) : readUpload(request, upload);
}

function unkeptOf<Fields>({ unkept = [] }: Posted<Fields>, values: Values): readonly string[] {
  return typeof unkept === 'function' ? unkept(values) : unkept;
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** Long enough for the next page, which cannot delete a cookie; too short to come back as old news. */
const NEWS_SECONDS = 15;

/** Something to tell on the page that the browser goes to next. */
export function tellOn(opened: Opened, path: string, values: Values): CookieToSet {
  const { secrets, now } = opened.context;
  const news = { path, errors: [], values: { ...values } };
  return flashCookie(secrets, now, news, NEWS_SECONDS);
}

function goTo(opened: Opened, path: string, cookies: readonly CookieToSet[] = []): Response {
  const headers = pageHeaders(opened.context.config, 'personal');
  headers.delete('content-type');
  headers.set('location', locationOf(opened, path));
  setCookies(opened.context.config, headers, [{ name: 'f', value: '' }, ...cookies]);
  return new Response(null, { status: 303, headers });
}
