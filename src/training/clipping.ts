import type { Arrays } from './optimisers.ts';

/** The Euclidean norm of all numbers together. */
export function normOf(arrays: Arrays): number {
  let sum = 0;
  for (const values of Object.values(arrays)) for (let k = 0; k < values.length; k++) sum += values[k] * values[k];
  return Math.sqrt(sum);
}

/** Shortens the gradient to the norm `largest` if its norm is greater, in place (Pascanu et al. 2013; PyTorch's clip_grad_norm_). */
export function clipNorm(gradients: Arrays, norm: number, largest: number): void {
  const factor = largest / (norm + 1e-6);
  if (!(factor < 1)) return;
  for (const values of Object.values(gradients)) for (let k = 0; k < values.length; k++) values[k] *= factor;
}

/** Clips every derivative to ±largest, in place (PyTorch's clip_grad_value_). */
export function clipValue(gradients: Arrays, largest: number): void {
  for (const values of Object.values(gradients))
    for (let k = 0; k < values.length; k++) values[k] = Math.min(largest, Math.max(-largest, values[k]));
}
