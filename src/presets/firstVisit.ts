import type { Parameters } from '../engine/parameters.ts';
import { chosenCell } from '../io/cellChoice.ts';
import { defaultMoment } from '../io/defaults.ts';
import type { Inputs, Moment, OutputHead, TaskLevel } from '../io/moment.ts';
import type { Sequence } from '../io/sequence.ts';
import { asPreset, givenWeights, type WeightsHome } from '../io/weights.ts';
import { HOME } from './ids.ts';
import written from './trained/home.json';

/** Inputs in JSON, with plain arrays of numbers. */
type Numbers = Readonly<Record<string, readonly number[]>>;

/** The inputs of the home preset as `npm run presets` writes them. */
interface WrittenInputs extends WeightsHome {
  readonly values: Numbers;
  readonly head: Pick<OutputHead, 'outputs' | 'asks'> & {
    readonly W: readonly number[];
    readonly b: readonly number[];
  };
  readonly learned: TaskLevel;
  readonly initialisation: { readonly seed: number; readonly gain: number; readonly forgetBias: number };
  readonly sequence: Sequence;
}

const typed = (numbers: Numbers): Parameters =>
  Object.fromEntries(Object.entries(numbers).map(([name, values]) => [name, Float64Array.from(values)]));

/** Inputs of that preset, bundled with the page so that its first picture needs no further request. */
export function homeInputs(): Inputs {
  const { values, head, learned, initialisation, sequence, ...chosen } = written as WrittenInputs;
  const weights = givenWeights(chosen, {
    values: typed(values),
    head: { ...head, W: Float64Array.from(head.W), b: Float64Array.from(head.b) },
    origin: 'opened',
    learned,
    initialisation,
  });
  return asPreset({ ...chosen, weights, initial: {}, sequence }, HOME.id);
}

/** The moment at an address without a link. */
export function firstVisit(): Moment {
  const inputs = homeInputs();
  return { ...defaultMoment, inputs, cursor: { t: HOME.t, position: chosenCell(inputs).signals.length } };
}
