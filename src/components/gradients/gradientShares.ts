import { frobeniusNorm, perTimestep } from '../../analysis/norms.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';

/** The gradient of one state on its way back, as shares of its size at the timestep of L. */
export interface GradientShares {
  /** The state through which most of the gradient reaches the first timestep. */
  readonly state: string;
  /** One share for each timestep from the first to that of L. */
  readonly shares: readonly number[];
  /** The factor of one timestep back that, taken all the way, gives the first share. */
  readonly factor: number;
}

/**
 * Returns the shares of a gradient that are left on its way back to the first timestep, or null if L is at the first timestep
 * or depends on no state.
 */
export function gradientShares({ adjoint, of }: Gradient): GradientShares | null {
  const size = (state: string, t: number): number => frobeniusNorm(adjoint.values(state, t));
  const states = adjoint.program.cell.states.map(({ id }) => id).filter((id) => size(id, of.t) > 0);
  if (of.t < 2 || states.length === 0) return null;
  const state = states.reduce((most, one) => (size(one, 1) > size(most, 1) ? one : most));
  const shares = Array.from({ length: of.t }, (_, k) => size(state, k + 1) / size(state, of.t));
  return { state, shares, factor: perTimestep(shares[0], of.t - 1) };
}
