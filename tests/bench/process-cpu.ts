// CPU time of a process and everything it started, from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ of every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

interface Proc {
  readonly pid: number;
  readonly parent: number;
  readonly ms: number;
  readonly rssMb: number;
  readonly command: string;
}

function readProc(pid: number): Proc | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const ticks = Number(rest[11]) + Number(rest[12]) + Number(rest[13]) + Number(rest[14]);
    return {
      pid,
      parent: Number(rest[1]),
      ms: (ticks * 1000) / TICKS_PER_SECOND,
      rssMb: (Number(rest[21]) * 4096) / 1e6,
      command,
    };
  } catch {
    return null;
  }
}

export interface Usage {
  /** CPU milliseconds so far. */
  readonly web: number;
  readonly worker: number;
  readonly database: number;
  /** Resident memory of the largest web process. */
  readonly webRssMb: number;
}

/** CPU of the parts of a running `up`, whose process id is given, and of a database that `database` started. */
export function readUsage(root: number, database?: number): Usage {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProc(Number(name)) ?? []);
  const inside = (top: number) => {
    const found = new Set([top]);
    for (let grew = true; grew; ) {
      grew = false;
      for (const { pid, parent } of all) {
        if (found.has(parent) && !found.has(pid)) {
          found.add(pid);
          grew = true;
        }
      }
    }
    return all.filter(({ pid }) => found.has(pid));
  };
  const ours = inside(root);
  const near = database === undefined ? ours : inside(database);
  const postgres = near.filter(({ command }) => /postgres/.test(command) && !/node/.test(command));
  const web = ours.filter(({ command }) =>
    /lib\/run\/web\.ts|standalone\/server\.js|next-server/.test(command),
  );
  const worker = ours.filter(({ command }) => /lib\/run\/worker\.ts/.test(command));
  const sum = (list: readonly Proc[]) => list.reduce((total, { ms }) => total + ms, 0);
  return {
    web: sum(web),
    worker: sum(worker),
    database: sum(postgres),
    webRssMb: Math.round(Math.max(0, ...web.map(({ rssMb }) => rssMb))),
  };
}
