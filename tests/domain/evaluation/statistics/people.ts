import fc from 'fast-check';
import {
  countDays,
  type DayTable,
  type Status,
} from '#lib/domain/evaluation/statistics/day-counts.ts';

export interface Person {
  readonly time: number;
  readonly status: Status;
}

export const tableOf = (people: readonly Person[]): DayTable =>
  countDays(
    people.map(({ time }) => time),
    people.map(({ status }) => status),
  );

const person = (statuses: readonly Status[]) =>
  fc.record({ time: fc.integer({ min: 1, max: 15 }), status: fc.constantFrom(...statuses) });

/** Few days, so that there are ties. */
export const people = (statuses: readonly Status[] = [0, 1, 2], minLength = 1) =>
  fc.array(person(statuses), { minLength, maxLength: 40 });
