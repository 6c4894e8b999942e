/** Says how a command is used, on standard output, and ends: only where somebody asks for it. */
export function helpWhereAsked(use: string): void {
  if (!process.argv.slice(2).some((word) => word === '--help' || word === '-h')) return;
  process.stdout.write(`${use}\n`);
  process.exit(0);
}
