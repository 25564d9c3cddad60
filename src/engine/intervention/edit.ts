/** An intervention with its numbers: at timesteps from…until each of the units becomes factor · value + offset. */
export interface Edit {
  readonly from: number;
  readonly until: number;
  readonly units: readonly number[];
  readonly factor: number;
  /** Timestep by timestep and unit by unit; null: 0 everywhere. */
  readonly offsets: Float64Array | null;
}

/** Changes the values at `out` in place, as they are at timestep t. */
export function applyEdits(edits: readonly Edit[], data: Float64Array, out: number, t: number): void {
  for (const { from, until, units, factor, offsets } of edits) {
    if (t < from || t > until) continue;
    const row = (t - from) * units.length;
    for (let k = 0; k < units.length; k++) {
      const at = out + units[k];
      const offset = offsets === null ? 0 : offsets[row + k];
      if (factor === 0) data[at] = offset;
      else if (offsets === null) data[at] *= factor;
      else data[at] += offset;
    }
  }
}

/** Writes what a change of the value under the edits is worth at their result, for each unit: the product of the factors. */
export function slopesOf(edits: readonly Edit[], t: number, slopes: Float64Array): void {
  slopes.fill(1);
  for (const { from, until, units, factor } of edits)
    if (t >= from && t <= until) for (const unit of units) slopes[unit] *= factor;
}
