const MOST_STEPS = 200;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a continuous function that has opposite signs at the two ends is zero: C. J. F. Ridders, IEEE Trans Circuits
 * Syst 26:979 (1979), doi:10.1109/TCS.1979.1084580.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  const at = (x: number): Point => ({ x, y: f(x) });
  let [left, right] = [at(low), at(high)];
  if (left.y * right.y > 0) throw new Error('There is no root between the two ends');
  for (let step = 0; step < MOST_STEPS && isWide(left, right); step += 1) {
    const middle = at((left.x + right.x) / 2);
    const bend = Math.sqrt(middle.y ** 2 - left.y * right.y);
    const turn = bend === 0 ? 0 : (Math.sign(left.y) * middle.y) / bend;
    const guess = at(middle.x + (middle.x - left.x) * turn);
    [left, right] = around([left, middle, guess, right]);
  }
  return Math.abs(left.y) < Math.abs(right.y) ? left.x : right.x;
}

const isWide = (left: Point, right: Point) =>
  left.y !== 0 &&
  right.y !== 0 &&
  right.x - left.x > 4 * Number.EPSILON * Math.max(1, Math.abs(left.x));

/** The two neighbours between which the sign changes. */
function around(points: readonly [Point, Point, Point, Point]): [Point, Point] {
  const [first, ...rest] = [...points].sort((a, b) => a.x - b.x) as [Point, Point, Point, Point];
  let left = first;
  for (const point of rest) {
    if (point.y * first.y <= 0) return [left, point];
    left = point;
  }
  return [first, left];
}
