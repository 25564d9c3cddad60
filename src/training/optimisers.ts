/** Weights, gradients or moments by name. */
export type Arrays = Readonly<Record<string, Float64Array>>;

/** The running moments of the gradients. A rule that needs none or one leaves the other arrays at 0. */
export interface Moments {
  /** The number of steps taken. */
  steps: number;
  readonly first: Arrays;
  readonly second: Arrays;
}

/** The settings of an update rule. */
export interface Rates {
  /** The learning rate η. */
  readonly rate: number;
  /** The momentum μ, for the rule `momentum`. */
  readonly momentum: number;
  /** The weight decay λ: added to the gradient as λw; AdamW shrinks the weights instead. */
  readonly decay: number;
}

/** Moves the weights w by their derivatives g, in place; m and v are their first and second moments. */
type Rule = (w: Float64Array, g: Float64Array, m: Float64Array, v: Float64Array, rates: Rates, steps: number) => void;

const EPSILON = 1e-8;
const SMOOTHING = 0.99;
const BETA1 = 0.9;
const BETA2 = 0.999;

/** xⁿ for a whole n ≥ 0 by squaring. */
function power(x: number, n: number): number {
  if (n === 0) return 1;
  const half = power(x, Math.floor(n / 2));
  return n % 2 === 0 ? half * half : half * half * x;
}

const sgd: Rule = (w, g, _m, _v, { rate, decay }) => {
  for (let k = 0; k < w.length; k++) w[k] -= rate * (g[k] + decay * w[k]);
};

const momentum: Rule = (w, g, m, _v, rates) => {
  for (let k = 0; k < w.length; k++) {
    m[k] = rates.momentum * m[k] + g[k] + rates.decay * w[k];
    w[k] -= rates.rate * m[k];
  }
};

/** RMSprop: Tieleman & Hinton (2012), lecture 6.5. */
const rmsprop: Rule = (w, g, _m, v, { rate, decay }) => {
  for (let k = 0; k < w.length; k++) {
    const d = g[k] + decay * w[k];
    v[k] = SMOOTHING * v[k] + (1 - SMOOTHING) * d * d;
    w[k] -= (rate * d) / (Math.sqrt(v[k]) + EPSILON);
  }
};

/** Adam: Kingma & Ba (2015), algorithm 1. */
const adam: Rule = (w, g, m, v, { rate, decay }, steps) => {
  const stride = rate / (1 - power(BETA1, steps));
  const correction = Math.sqrt(1 - power(BETA2, steps));
  for (let k = 0; k < w.length; k++) {
    const d = g[k] + decay * w[k];
    m[k] = BETA1 * m[k] + (1 - BETA1) * d;
    v[k] = BETA2 * v[k] + (1 - BETA2) * d * d;
    w[k] -= (stride * m[k]) / (Math.sqrt(v[k]) / correction + EPSILON);
  }
};

/** AdamW: Loshchilov & Hutter (2019), algorithm 2. */
const adamw: Rule = (w, g, m, v, rates, steps) => {
  for (let k = 0; k < w.length; k++) w[k] *= 1 - rates.rate * rates.decay;
  adam(w, g, m, v, { ...rates, decay: 0 }, steps);
};

/** Every rule in PyTorch's form, in the order of the menu. */
const rules = { sgd, momentum, rmsprop, adam, adamw } as const satisfies Readonly<Record<string, Rule>>;

/** The name of an update rule. */
export type OptimiserName = keyof typeof rules;

/** The moments before the first step, all 0, for weights of these names and lengths. */
export function noMoments(weights: Arrays): Moments {
  const zeros = (): Arrays =>
    Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, new Float64Array(values.length)]));
  return { steps: 0, first: zeros(), second: zeros() };
}

/** Makes one update: changes weights and moments in place. */
export function step(
  optimiser: OptimiserName,
  weights: Arrays,
  gradients: Arrays,
  moments: Moments,
  rates: Rates,
): void {
  moments.steps++;
  for (const [name, values] of Object.entries(weights))
    rules[optimiser](values, gradients[name], moments.first[name], moments.second[name], rates, moments.steps);
}
