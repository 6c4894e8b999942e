import { cameBy } from '#components/layout/paths.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { boundTo, type Opened } from './base.ts';
import {
  type Flash,
  type FormError,
  fitsCookie,
  flashCookie,
  TRY_AGAIN_SECONDS,
} from './cookie/flash.ts';
import { drawWith } from './draw-page.ts';
import { actKey, readFormToken } from './form/form-token.ts';
import { isOurOwnPost } from './form/origin.ts';
import { readForm } from './form/read-form.ts';
import { noteFailure } from './guarded.ts';
import type { Definition } from './page-types.ts';
import { seeOther } from './see-other.ts';
import { type FailureStatus, failurePage } from './show/failure.tsx';

type Values = Readonly<Record<string, string>>;

/** Answers a POST: origin, body, session, form token, fields, then one act. */
export async function receivePost<S extends VisitorSession | null, Fields>(
  definition: Definition<S, Fields>,
  opened: Opened,
): Promise<Response> {
  const { request, context, session } = opened;
  if (!definition.act || !definition.fields) return failurePage(request, 404);
  if (!isOurOwnPost(context.config, request.headers)) return failurePage(request, 403);
  const form = await readForm(request);
  if (!form.ok) return failurePage(request, form.status);
  if (definition.without !== null && !session) return seeOther(opened, { go: definition.without });
  const { _form = '', ...values }: Values = form.values;
  const formId = readFormToken(context.secrets, boundTo(opened), _form);
  if (formId === null) {
    return again(definition, opened, [{ field: '', text: 'shell.form.stale' }], values);
  }
  try {
    return await actOn(definition, opened, actKey(context.secrets, formId, values), values);
  } catch (error) {
    return notKept(definition, opened, noteFailure(request, error), values);
  }
}

async function actOn<S extends VisitorSession | null, Fields>(
  definition: Definition<S, Fields>,
  opened: Opened,
  key: string,
  values: Values,
): Promise<Response> {
  const { fields, act } = definition;
  const parsed = fields?.safeParse(values);
  if (!parsed || !act) return failurePage(opened.request, 404);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      field: String(path[0] ?? ''),
      text: message,
    }));
    return again(definition, opened, errors, values);
  }
  // Pages that need no session declare so, and their acts do not read it.
  const ctx = { ...opened.context, key, session: opened.session } as VisitorContext;
  const outcome = await act(ctx as Parameters<typeof act>[0], parsed.data, opened);
  if ('go' in outcome) return seeOther(opened, outcome);
  if ('status' in outcome) return notKept(definition, opened, outcome.status, values);
  return again(definition, opened, outcome.errors, values);
}

/** Shows the form again with what was typed: by way of a sealed cookie, or at once where that is too long. */
function again<S extends VisitorSession | null, Fields>(
  definition: Definition<S, Fields>,
  opened: Opened,
  errors: readonly FormError[],
  typed: Values,
): Response | Promise<Response> {
  const { secrets, now } = opened.context;
  const flash = flashOf(definition, opened, errors, typed);
  const cookie = flashCookie(secrets, now, flash);
  if (!fitsCookie(cookie)) return drawWith(definition, opened, flash, false);
  return seeOther(opened, { go: cameBy(opened.path, opened.from), cookies: [cookie] });
}

/** Says that it was not kept; the form, opened again, shows what was typed. */
function notKept<S extends VisitorSession | null, Fields>(
  definition: Definition<S, Fields>,
  opened: Opened,
  status: FailureStatus,
  typed: Values,
): Promise<Response> {
  const { secrets, now } = opened.context;
  const flash = flashOf(definition, opened, [], typed);
  const cookie = flashCookie(secrets, now, flash, TRY_AGAIN_SECONDS);
  const isTold = Object.keys(flash.values).length > 0 && fitsCookie(cookie);
  return failurePage(opened.request, status, isTold ? cookie : undefined);
}

function flashOf<S extends VisitorSession | null, Fields>(
  { secret }: Definition<S, Fields>,
  { path, session }: Opened,
  errors: readonly FormError[],
  typed: Values,
): Flash {
  const values = { ...typed };
  for (const name of secret?.(typed, session as S) ?? []) delete values[name];
  return { path, errors: [...errors], values };
}
