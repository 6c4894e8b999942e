import pino from 'pino';

/** Everything a log line may hold. Addresses, agents, queries, bodies and ids have no field here. */
export interface LogLine {
  readonly event: string;
  readonly method?: string;
  /** The route's pattern, never the address that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly job?: string;
  readonly count?: number;
  readonly error?: string;
}

export interface Log {
  info(line: LogLine): void;
  error(line: LogLine): void;
}

const FIELDS = ['event', 'method', 'route', 'status', 'ms', 'job', 'count', 'error'] as const;

function allowed(line: LogLine): LogLine {
  return Object.fromEntries(
    FIELDS.flatMap((name) => (line[name] === undefined ? [] : [[name, line[name]]])),
  ) as unknown as LogLine;
}

/** What went wrong, without what was in it: the kind of error and its code, never its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const { code } = error as { code?: unknown };
  const frame = error.stack?.split('\n').find((l) => l.includes('/lib/') || l.includes('/app/'));
  const place = frame ? /((?:lib|app)\/[\w/()[\].-]+:\d+)/.exec(frame)?.[1] : undefined;
  return [error.name, typeof code === 'string' ? code : undefined, place].filter(Boolean).join(' ');
}

export function openLog(destination?: pino.DestinationStream): Log {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (line) => logger.info(allowed(line)),
    error: (line) => logger.error(allowed(line)),
  };
}
