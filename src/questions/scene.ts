import { cellOf } from '../cell/cell.ts';
import { parameterCount, type Sizes, sizesOf } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import { runForward } from '../engine/forward.ts';
import { jacobiansOf } from '../engine/jacobian.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { compile, type Program } from '../engine/program.ts';
import type { Tape } from '../engine/tape.ts';
import { ops } from '../ops/ops.ts';

/** A run that a question is about, complete enough to be opened in the page. */
export interface Scene {
  readonly cell: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly H: number;
  /** Parameters by name, row-major; those left out are zeros. */
  readonly parameters: Readonly<Record<string, readonly number[]>>;
  /** Initial states by id; those left out start as declared. */
  readonly initial: Readonly<Record<string, readonly number[]>>;
  /** The inputs, a row a timestep. */
  readonly rows: readonly (readonly number[])[];
}

/** Programs by cell, options and sizes: numbers are drawn until they fit, for the same few cells. */
const programs = new Map<string, Program>();

function programOf({ cell, options, H, rows }: Scene): Program {
  const declaration = declarationOf(cell);
  if (!declaration) throw new Error(`There is no cell “${cell}”`);
  const key = JSON.stringify([cell, options, rows[0].length, H]);
  const program = programs.get(key) ?? compile(cellOf(declaration, options), sizesOf(rows[0].length, H));
  programs.set(key, program);
  return program;
}

/** The run of a scene, by the same engine as the page. */
export function tapeOf(scene: Scene): Tape {
  const program = programOf(scene);
  const parameters = parametersFrom(program.cell, program.sizes, scene.parameters);
  return runForward(program, parameters, scene.rows.flat(), scene.initial);
}

/** d(state at the last timestep)/d(state at the start), for unit 0 of both. */
export const memoryGradient = (tape: Tape, state: string): number => jacobiansOf(tape).toLast[0][state][state][0];

/** The sizes, number of parameters and compiled steps of a cell with its default options. */
export function sizedCell(id: string, D: number, H: number): { sizes: Sizes; parameters: number; program: Program } {
  const program = programOf({ cell: id, options: {}, H, parameters: {}, initial: {}, rows: [Array(D).fill(0)] });
  return { sizes: program.sizes, parameters: parameterCount(program.cell, program.sizes), program };
}

/** Rows of one input that is 0 at every timestep. */
export const silence = (T: number): number[][] => Array.from({ length: T }, () => [0]);

/** Pre-activations beyond this size give the ends of a gate to more digits than a question shows. */
const FAR = 40;

/** The pre-activation at which a rising function takes the value `y`, by bisection: exact to the last bits. */
function inverse(op: 'sigmoid' | 'tanh', y: number): number {
  const f = ops[op].scalar;
  let [low, high] = [-FAR, FAR];
  if (f(low, 0, []) >= y) return low;
  if (f(high, 0, []) <= y) return high;
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    if (f(middle, 0, []) < y) low = middle;
    else high = middle;
  }
  return high;
}

/** Biases that hold a gate at these values, a unit each, whatever is read. */
export const gateHeldAt = (...values: readonly number[]): number[] => values.map((y) => inverse('sigmoid', y));

/** Biases that hold a tanh layer at these values, a unit each. */
export const candidateHeldAt = (...values: readonly number[]): number[] => values.map((y) => inverse('tanh', y));

/** The gates, candidate and first cell state of an LSTM of one unit that reads nothing. */
export interface HeldLstm {
  readonly f?: number;
  readonly i?: number;
  readonly candidate?: number;
  readonly o?: number;
  readonly C?: number;
}

/** An LSTM of one unit whose gates and candidate stay at given values for T timesteps. */
export function heldLstm({ f = 1, i = 0, candidate = 0, o = 1, C = 0 }: HeldLstm, T: number): Scene {
  return {
    cell: 'lstm',
    options: {},
    H: 1,
    parameters: {
      b_f: gateHeldAt(f),
      b_i: gateHeldAt(i),
      b_C: candidateHeldAt(candidate),
      b_o: gateHeldAt(o),
    },
    initial: { C: [C] },
    rows: silence(T),
  };
}

/** The same, with the output gate shut at the timesteps in `shut`: there the input is 1. */
export function withOutputShutAt(scene: Scene, shut: readonly number[]): Scene {
  return {
    ...scene,
    parameters: { ...scene.parameters, W_o: [-3 * FAR] },
    rows: scene.rows.map((_, t) => [shut.includes(t + 1) ? 1 : 0]),
  };
}
