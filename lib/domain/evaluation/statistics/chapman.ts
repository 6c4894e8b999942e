/**
 * How many there are in all, of whom two lists hold some each, and both lists hold `both`: D. G. Chapman (1951). Takes
 * the lists as independent and without false entries, which visit codes and check-ins are only roughly.
 */
export function chapman(lists: {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}): number {
  return ((lists.first + 1) * (lists.second + 1)) / (lists.both + 1) - 1;
}
