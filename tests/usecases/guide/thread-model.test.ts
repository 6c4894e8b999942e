import fc from 'fast-check';
import { it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { ask } from '../../support/guiding.ts';
import { type Model, newModel, type Real, THREAD_COMMANDS } from '../../support/thread-commands.ts';
import { hire } from '../staff/people.ts';

const test = testDatabase();
const RUNS = process.env['HANDRAIL_NIGHTLY'] === '1' ? 300 : 30;

it('whatever guides and a visitor do, no reply is shown twice, early or lost, and no draft goes missing', async () => {
  const commands = fc.commands<Model, Real, false>(THREAD_COMMANDS, {
    size: 'max',
    maxCommands: 30,
  });
  // Guides of its own, since nobody has more than twenty to answer.
  const setup = async () => ({
    model: newModel(),
    real: {
      test,
      guides: [await hire(test.db, ['guide']), await hire(test.db, ['guide'])],
      ...(await ask(test.db)),
    },
  });
  await fc.assert(
    fc.asyncProperty(commands, (steps) => fc.asyncModelRun(setup, steps)),
    { numRuns: RUNS },
  );
});
