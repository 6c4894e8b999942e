import type { VisitorSession } from '#lib/usecases/context.ts';
import type { Params } from './base.ts';
import { beforeResult, supportFirst } from './check/check-steps.ts';
import { drawPage } from './draw-page.ts';
import { guarded } from './guarded.ts';
import type { Definition } from './page-types.ts';
import { receivePost } from './receive-post.ts';

type Visitors<Fields> = Omit<Definition<VisitorSession, Fields>, 'without' | 'kind' | 'early'> & {
  readonly without?: string;
};

/** A page of the check itself: it needs the session that "Before you start" opens. */
export function checkPage<Fields = never>(definition: Visitors<Fields>) {
  return visitors(definition, () => null);
}

/** Any other page of the visitor's way; while the support page is due it leads there. */
export function visitorPage<Fields = never>(definition: Visitors<Fields>) {
  return visitors(definition, supportFirst);
}

/** A page that shows or follows a result: the check comes before it, and support where it is due. */
export function resultPage<Fields = never>(definition: Visitors<Fields>) {
  const { act } = definition;
  if (!act) return visitors(definition, beforeResult);
  const late: typeof act = async (ctx, fields, opened) =>
    beforeResult(ctx.session, opened.locale) ?? act(ctx, fields, opened);
  return visitors({ ...definition, act: late }, beforeResult);
}

function visitors<Fields>(
  definition: Visitors<Fields>,
  early: Definition<VisitorSession, Fields>['early'],
) {
  return handlers<VisitorSession, Fields>({
    kind: 'journey',
    without: '/check/ended',
    ...definition,
    early,
  });
}

/** A page that anyone may open. */
export function openPage<Fields = never>(
  definition: Omit<Definition<VisitorSession | null, Fields>, 'without' | 'early'>,
) {
  return handlers<VisitorSession | null, Fields>({
    without: null,
    early: () => null,
    ...definition,
  });
}

function handlers<S extends VisitorSession | null, Fields>(definition: Definition<S, Fields>) {
  return {
    GET: (request: Request, at: Params) =>
      guarded(request, at, (opened) => drawPage(definition, opened)),
    POST: (request: Request, at: Params) =>
      guarded(request, at, (opened) => receivePost(definition, opened)),
  };
}
