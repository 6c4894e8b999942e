import { failurePage } from '#app/_request/show/failure.tsx';

export const dynamic = 'force-dynamic';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Prometheus text of this process, for this machine only: time, memory, nothing about people. */
export async function GET(request: Request) {
  if (!LOOPBACK.test(request.headers.get('x-handrail-peer') ?? ''))
    return failurePage(request, 404);
  const { user, system } = process.cpuUsage();
  const lines = [
    ['process_cpu_seconds_total', (user + system) / 1e6],
    ['process_resident_memory_bytes', process.memoryUsage.rss()],
    ['process_uptime_seconds', process.uptime()],
  ].map(([name, value]) => `${name}{pid="${process.pid}"} ${value}`);
  return new Response(`${lines.join('\n')}\n`, {
    headers: {
      'content-type': 'text/plain; version=0.0.4',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
