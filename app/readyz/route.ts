import { databaseAnswers } from '#app/_request/ready.ts';

export const dynamic = 'force-dynamic';

/** The process answers and reaches its database. */
export async function GET() {
  const ready = await databaseAnswers();
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503, headers });
}
