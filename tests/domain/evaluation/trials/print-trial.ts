import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import type { TrialPeople } from '#lib/domain/evaluation/trials/counts.ts';
import { readResults, releaseResults } from '#lib/domain/evaluation/trials/print-trial.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';

/** A comparison of which nothing was printed before its results were opened, as its page shows it then. */
export function printTrial(
  registration: Registration,
  people: TrialPeople,
  withSolver: WithSolver,
): ReturnType<typeof readResults> {
  const { printed } = releaseResults(registration, people, [], withSolver);
  return readResults(registration, people, printed);
}
