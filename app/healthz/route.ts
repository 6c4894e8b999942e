export const dynamic = 'force-dynamic';

/** The process answers. */
export function GET() {
  return new Response('ok\n', {
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
}
