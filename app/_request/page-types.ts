import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { Frame } from '#components/layout/frame.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Context, VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import type { Opened } from './base.ts';
import type { CookieToSet } from './cookie/cookies.ts';
import type { FormError } from './cookie/flash.ts';
import type { FailureStatus } from './show/failure.tsx';

/** What a page is drawn from. `session` is never null on pages that need one. */
export interface View<S> {
  readonly frame: Frame;
  readonly opened: Opened;
  readonly context: Context;
  readonly session: S;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

export interface Go {
  /** Where the browser goes next: a path without its locale. */
  readonly go: string;
  /** The session from now on; null ends it, absent leaves it. */
  readonly session?: VisitorSession | null;
  readonly cookies?: readonly CookieToSet[];
}
export interface Failed {
  readonly status: FailureStatus;
}
export interface Again {
  readonly errors: readonly FormError[];
}
export interface Drawn {
  readonly page: ReactElement;
  readonly session?: VisitorSession;
  readonly cookies?: readonly CookieToSet[];
}

type Acting<S> = (S extends null ? Context & { readonly key: string } : never) | VisitorContext;

export interface Definition<S, Fields> {
  /** `journey` shows "Leave this page"; `public` pages may be cached for a minute. */
  readonly kind: 'journey' | 'public' | 'personal';
  readonly view: (view: View<S>) => Drawn | Go | Failed | Promise<Drawn | Go | Failed>;
  readonly fields?: z.ZodType<Fields>;
  /** Fields that no page shows again, given what was typed in all: it may be a secret on this device. */
  readonly secret?: (typed: Readonly<Record<string, string>>, session: S) => readonly string[];
  readonly act?: (
    ctx: Acting<S> & VisitorContext,
    fields: Fields,
    opened: Opened,
  ) => Promise<Go | Again | Failed>;
  /** Where somebody without a session is sent; null = no session is needed. */
  readonly without: string | null;
  /** Where a session is sent that comes before its time; null = it may see the page. */
  readonly early: (session: S, locale: Locale) => Go | null;
}
