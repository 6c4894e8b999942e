import { expect } from 'vitest';
import { of, type Told } from './told.ts';

/** Of those who said no for good and have not stepped out, most came back. */
const WAYS = [
  'withdrew',
  'not yet',
  'not yet, stepped out, withdrew',
  'no',
  'no, stepped out',
  'no, stepped out, withdrew',
];

/** What somebody said last of the steps, and whether it stands. */
function wayOut({ steps, facts }: Told): string {
  const said = of(steps, 'tier.decided').at(-1)?.payload;
  const left = of(steps, 'pathway.closed').some(({ payload }) => payload.reason === 'withdrawn');
  if (facts.t0 === null || said?.decision !== 'declined') return left ? 'withdrew' : 'none';
  const no = said.askAgainDays === null ? 'no' : 'not yet';
  return `${no}${facts.steppedOutAt === null ? '' : ', stepped out'}${left ? ', withdrew' : ''}`;
}

/** Each of them is taken by so many people. */
export function expectEveryWayOut(people: readonly Told[], least: number): void {
  const ways = Map.groupBy(people, wayOut);
  expect(WAYS.filter((way) => (ways.get(way)?.length ?? 0) < least)).toEqual([]);
}
