import { percentage } from '../../notation/number.ts';
import { norm, WRONG } from './gradientWords.ts';
import type { JacobianView } from './jacobianView.ts';

/** What the matrices say: what is left of the gradient, how much of it came by the gates alone, and whether that is all. */
export function jacobianWords({ product, parts }: JacobianView, state: string, gate: string, back: number): string {
  const far = `${back} timestep${back === 1 ? '' : 's'} back`;
  const whole = `${far[0].toUpperCase()}${far.slice(1)} the product of the Jacobians of ${state} has norm ${norm(product.norm)}`;
  if (!parts) return `${whole}. There is no direct path beside it: every way leads through the layer.`;
  const share = product.norm === 0 ? 0 : parts.rest.norm / product.norm;
  const beside = `the direct path alone has ${norm(parts.direct.norm)}, all other ways ${norm(parts.rest.norm)}, which is ${percentage(share)} of the whole`;
  const verdict = share > WRONG ? `“It is just ${gate}” is wrong here.` : `“It is just ${gate}” is near enough here.`;
  return `${whole}; ${beside}. ${verdict}`;
}
