/** A linear read-out of the hidden state: y = W h + b, K outputs from H units. A composition above the cell. */
export interface Head {
  /** K·H numbers, a row an output. */
  readonly W: Float64Array;
  /** K numbers. */
  readonly b: Float64Array;
}
