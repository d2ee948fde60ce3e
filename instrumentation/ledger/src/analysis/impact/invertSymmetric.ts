/**
 * Inverse and log determinant of a symmetric positive definite matrix, by Cholesky.
 *
 * @throws RangeError when it is not positive definite
 */
export function invertSymmetric(matrix: readonly (readonly number[])[]): {
  readonly inverse: number[][];
  readonly logDeterminant: number;
} {
  const size = matrix.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  let logDeterminant = 0;
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as Float64Array;
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] as Float64Array;
      let sum = own[column] as number;
      for (let k = 0; k < column; k += 1) {
        sum -= (own[k] as number) * (other[k] as number);
      }
      if (column < row) {
        own[column] = sum / (other[column] as number);
      } else if (sum > 0) {
        own[row] = Math.sqrt(sum);
        logDeterminant += Math.log(sum);
      } else {
        throw new RangeError('the matrix is not positive definite');
      }
    }
  }
  const inverse = matrix.map(() => new Array<number>(size).fill(0));
  for (let unit = 0; unit < size; unit += 1) {
    const solved = new Float64Array(size);
    for (let row = unit; row < size; row += 1) {
      const own = lower[row] as Float64Array;
      let sum = row === unit ? 1 : 0;
      for (let k = unit; k < row; k += 1) {
        sum -= (own[k] as number) * (solved[k] as number);
      }
      solved[row] = sum / (own[row] as number);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = solved[row] as number;
      for (let k = row + 1; k < size; k += 1) {
        sum -= ((lower[k] as Float64Array)[row] as number) * (solved[k] as number);
      }
      solved[row] = sum / ((lower[row] as Float64Array)[row] as number);
      (inverse[row] as number[])[unit] = solved[row] as number;
    }
  }
  return { inverse, logDeterminant };
}
