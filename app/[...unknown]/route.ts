import { failurePage } from '#app/_request/show/failure.tsx';

export const dynamic = 'force-dynamic';

/** Every address that no page has: the framework's own pages do not cover route handlers. */
export function GET(request: Request) {
  return failurePage(request, 404);
}
export function POST(request: Request) {
  return failurePage(request, 404);
}
