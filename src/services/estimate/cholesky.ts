/** The triangular factor of a symmetric positive definite matrix, for solving with it. */
export class Cholesky {
  readonly #n: number;
  /** Lower triangle, row after row. */
  readonly #factor: Float64Array;

  /**
   * @param entry the matrix at row i, column j (asked for j <= i only)
   * @param added what is added at row i of the diagonal; above zero, so that no pivot can vanish
   */
  constructor(n: number, entry: (i: number, j: number) => number, added: (i: number) => number) {
    this.#n = n;
    const factor = new Float64Array(n * n);
    this.#factor = factor;
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let rest = entry(i, j) + (i === j ? added(i) : 0);
        for (let k = 0; k < j; k += 1) {
          rest -= (factor[i * n + k] ?? 0) * (factor[j * n + k] ?? 0);
        }
        factor[i * n + j] = i === j ? Math.sqrt(rest) : rest / (factor[j * n + j] ?? 1);
      }
    }
  }

  /** The solution x of `factor · x = right`; its squares sum up to rightᵀ · matrix⁻¹ · right. */
  forward(right: readonly number[]): number[] {
    const n = this.#n;
    const result = [...right];
    for (let i = 0; i < n; i += 1) {
      let rest = result[i] ?? 0;
      for (let k = 0; k < i; k += 1) rest -= (this.#factor[i * n + k] ?? 0) * (result[k] ?? 0);
      result[i] = rest / (this.#factor[i * n + i] ?? 1);
    }
    return result;
  }

  /** The solution x of `matrix · x = right`. */
  solve(right: readonly number[]): number[] {
    const n = this.#n;
    const result = this.forward(right);
    for (let i = n - 1; i >= 0; i -= 1) {
      let rest = result[i] ?? 0;
      for (let k = i + 1; k < n; k += 1) {
        rest -= (this.#factor[k * n + i] ?? 0) * (result[k] ?? 0);
      }
      result[i] = rest / (this.#factor[i * n + i] ?? 1);
    }
    return result;
  }

  /** The diagonal of the inverse matrix. */
  inverseDiagonal(): number[] {
    const n = this.#n;
    return Array.from({ length: n }, (_, i) => {
      const unit = new Array<number>(n).fill(0);
      unit[i] = 1;
      return this.forward(unit).reduce((total, value) => total + value ** 2, 0);
    });
  }
}
