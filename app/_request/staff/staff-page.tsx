import { notFound, redirect, unstable_rethrow } from 'next/navigation';
import type { ReactElement } from 'react';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { wired } from '#app/_request/wiring.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { StaffMissing } from '#components/staff/shell/staff-missing.tsx';
import { StaffProblem } from '#components/staff/shell/staff-problem.tsx';
import type { Permission } from '#lib/domain/access/permission.ts';
import { isLocale } from '#lib/domain/basics/locale.ts';
import { describeError } from '#lib/gateways/log.ts';
import { isDatabaseDown } from '#lib/store/client.ts';
import { SignedOut } from '#lib/usecases/still-signed-in.ts';
import {
  missingFrame,
  type OpenStaffView,
  openStaff,
  outOfOrderFrame,
  requireStaff,
  type StaffView,
} from './staff.ts';

type Words = Readonly<Record<string, string>>;

interface At {
  readonly params: Promise<Words>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

interface Definition<P extends Permission> {
  /** null: any signed-in person. */
  readonly permission: P | null;
  /** The address without its locale. */
  readonly path: (params: Words) => string;
  readonly view: (
    view: StaffView<P>,
    params: Words,
    at: At,
  ) => Promise<ReactElement> | ReactElement;
}

/** A page of the staff area: who is asking, whether they may, one read use case, components. */
export function staffPage<P extends Permission>({ permission, path, view }: Definition<P>) {
  return (at: At) =>
    guardedPage(at, path, async (params, locale, here) =>
      view(await requireStaff(permission, locale, here), params, at),
    );
}

interface OpenDefinition {
  readonly path: (params: Words) => string;
  readonly view: (view: OpenStaffView, params: Words) => Promise<ReactElement> | ReactElement;
}

/** A page for people who are not signed in yet: sign-in itself and an invitation. */
export function openStaffPage({ path, view }: OpenDefinition) {
  return (at: At) =>
    guardedPage(at, path, async (params, locale, here) =>
      view(await openStaff(locale, here), params),
    );
}

/**
 * What goes wrong on the way is a page with the help lines, and what is not there a page that says so: the
 * framework's own need scripts. What they answer with is said in the page, and set where it is sent (`finish-page.ts`).
 */
async function guardedPage(
  at: At,
  path: (params: Words) => string,
  draw: (params: Words, locale: string, here: string) => Promise<ReactElement>,
): Promise<ReactElement> {
  const params = await at.params;
  const { locale = '' } = params;
  if (!isLocale(locale)) notFound();
  const here = path(params);
  try {
    return await draw(params, locale, here).catch(async (error) => {
      if (!isNotFound(error)) throw error;
      return answering(404, <StaffMissing frame={await missingFrame(locale, here)} />);
    });
  } catch (error) {
    // Redirects are the framework's own errors.
    unstable_rethrow(error);
    if (error instanceof SignedOut) redirect(`/${locale}${staffPaths.signIn}`);
    wired().log.error({ event: 'request.failed', method: 'GET', error: describeError(error) });
    const frame = await outOfOrderFrame(locale, here);
    const soon = isDatabaseDown(error);
    const page = <StaffProblem frame={frame} help={helpLines(frame.country)} soon={soon} />;
    return answering(soon ? 503 : 500, page);
  }
}

/** What `notFound()` throws. */
const isNotFound = (error: unknown) =>
  error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404';

function answering(status: 404 | 500 | 503, page: ReactElement): ReactElement {
  return (
    <>
      <meta name="handrail-status" content={String(status)} />
      {page}
    </>
  );
}
