export type Matrix = readonly (readonly number[])[];

/** A pivot this much smaller than the largest entry is rounding. */
const SINGULAR = 1e-12;

/** v' M⁻¹ v for a symmetric matrix of variances; null where it has no inverse. Gaussian elimination with pivots. */
export function quadraticForm(vector: readonly number[], matrix: Matrix): number | null {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  const size = rows.length;
  const largest = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column);
    const pivot = rest.reduce((a, b) => (sizeAt(b, column) > sizeAt(a, column) ? b : a));
    if (!(sizeAt(pivot, column) > largest * SINGULAR)) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row !== pivot) subtract(row, pivot, (row[column] ?? 0) / (pivot[column] ?? 1));
    }
  }
  return rows.reduce(
    (sum, row, i) => sum + ((row[size] ?? 0) / (row[i] ?? 1)) * (vector[i] ?? 0),
    0,
  );
}

const sizeAt = (row: readonly number[], column: number) => Math.abs(row[column] ?? 0);

function subtract(row: number[], other: readonly number[], times: number): void {
  for (const [i, value] of other.entries()) row[i] = (row[i] ?? 0) - times * value;
}

/** A square of zeros, to add into. */
export const zeros = (size: number): number[][] =>
  Array.from({ length: size }, () => new Array<number>(size).fill(0));

/** Adds to every entry of a square what `part` gives for its row and column. */
export function addInto(matrix: number[][], part: (row: number, column: number) => number): void {
  for (const [i, row] of matrix.entries()) {
    for (const j of row.keys()) row[j] = (row[j] ?? 0) + part(i, j);
  }
}
