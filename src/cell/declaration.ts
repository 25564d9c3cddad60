import type { Dim, Expression } from './expression.ts';

/** The role of a signal for the reader; it decides colours and wording. */
export type Role = 'gate' | 'candidate' | 'state' | 'intermediate';

/** A letter as printed: `C` with a tilde is the candidate. */
export interface Letter {
  readonly letter: string;
  readonly accent?: 'tilde' | 'hat' | 'prime';
}

/** The description of one signal beside its mathematics. */
export interface SignalInfo {
  readonly role: Role;
  /** One of the declaration's stages. */
  readonly stage: string;
  /** The printed letter; without one the signal is folded into the equation that uses it. */
  readonly symbol?: string | Letter;
  /** The subscript of the layer's parameters (W_f, U_f, b_f); default: the signal's id. */
  readonly weights?: string;
  /** True if the bias of its layer is that of a forget gate, which starts above 0; default: only for the signal `f`. */
  readonly forgets?: boolean;
  readonly label: string;
  /** One sentence on what it does. */
  readonly hint: string;
  /** The position of its node, in lattice steps: column from the left edge of the cell body, row below the belt. */
  readonly at: readonly [column: number, row: number];
  /** Its place under options for which `at` leaves a wire no straight way, or null. */
  readonly moved?: (
    options: Readonly<Record<string, string | boolean>>,
  ) => readonly [column: number, row: number] | null;
  /** The position of the concatenation of its layer's sources; layers with the same sources share the first that is given. */
  readonly join?: readonly [column: number, row: number];
}

/** The description of one state. */
export interface StateInfo {
  /** Its length; H by default. */
  readonly dim?: Dim;
  /** The value before the first timestep unless given. */
  readonly initial: number;
  /** The row on which the state enters and leaves the cell. */
  readonly rail: number;
}

/** A stage: one step of the walk through a timestep. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  /** The question that the option decides, as a heading. */
  readonly question: string;
  /**
   * One sentence about one unit, made from its values. `{unit}`: its number; `{f}`: the value of signal f;
   * `{prev.C}`: a previous state; `{f:percent}`: as a percentage; `{f:amount}`: in words (almost nothing … almost all).
   */
  readonly sentence: string;
}

/** An option that is on or off. */
export interface Flag {
  readonly kind: 'flag';
  readonly label: string;
  readonly default: boolean;
}
/** An option with one of several named values. */
export interface Choice<V extends string = string> {
  readonly kind: 'choice';
  readonly label: string;
  readonly choices: Readonly<Record<V, string>>;
  readonly default: V;
  /** For a convention: which frameworks follow it with which value. */
  readonly frameworks?: Readonly<Partial<Record<V, string>>>;
}
/** An option of a cell, as it is offered. */
export type OptionInfo = (Flag | Choice) & {
  /** True if the option has any effect together with these others; by default it always has. */
  readonly when?: (options: Readonly<Record<string, string | boolean>>) => boolean;
  /** True if the option is mentioned only while it differs from its default. */
  readonly rare?: boolean;
};
/** The options of a cell by name. */
export type OptionInfos = Readonly<Record<string, OptionInfo>>;
/** The values that options take. */
export type OptionValues<O extends OptionInfos = OptionInfos> = {
  readonly [K in keyof O]: O[K] extends Choice<infer V> ? V : boolean;
};

/** The values and functions that `math` computes with. */
export interface Environment<S extends string> {
  readonly x: Expression;
  /** The states as the previous timestep left them: the only memory. */
  readonly prev: Readonly<Record<S, Expression>>;
}

/** The named expressions of a cell in the order in which they are computed and read. */
export type Named = Readonly<Record<string, Expression>>;

/** One recurrent cell, declared once. Everything else is derived from it. */
export interface CellDeclaration<N extends string = string, S extends string = string> {
  readonly id: string;
  readonly name: string;
  /** The source of the equations. */
  readonly reference: string;
  /** One sentence for the menu. */
  readonly summary: string;
  /** The differences from the source, for docs/model.md; Markdown. */
  readonly remarks?: string;
  readonly options: OptionInfos;
  readonly states: Readonly<Record<S, StateInfo>>;
  /** The signal that leaves the cell. */
  readonly output: string;
  readonly stages: readonly Stage[];
  readonly signals: Readonly<Record<N, SignalInfo>>;
  /** Column at which x_t enters, and column above which the output is shown. */
  readonly inputAt: number;
  readonly outputAt: number;
  /** The size of the cell body in lattice steps, counted from the belt. */
  readonly body: readonly [columns: number, rows: number];
  math(environment: Environment<S>, options: Readonly<Record<string, string | boolean>>): Named;
}

/** Names in the type of a declared cell. */
interface Known<I extends string, O extends OptionInfos, G extends string> {
  readonly id: I;
  readonly options: O;
  readonly stages: readonly (Stage & { readonly id: G })[];
}

/** A declaration whose type knows its id, its options and its stages. */
export type Declared<
  N extends string,
  S extends string,
  I extends string,
  O extends OptionInfos,
  G extends string,
> = Omit<CellDeclaration<N, S>, keyof Known<I, O, G>> & Known<I, O, G>;

/** Options that every cell with learned layers has. */
export const biasOption = { bias: flag('biases', true) };

/** Other activations of gated cells, as ONNX and Keras offer them; `cellOf` puts them in. */
export const activationOptions = {
  gates: {
    ...choice('gate activation', { sigmoid: 'σ', hard: 'hard σ' }, 'sigmoid', { hard: 'Keras 2, ONNX: 0.2 · x + 0.5' }),
    rare: true,
  },
  squashing: { ...choice('in place of tanh', { tanh: 'tanh', relu: 'relu' }, 'tanh'), rare: true },
};

/** Declares an option that is on or off, with its label and default. */
export function flag(label: string, initial: boolean): Flag {
  return { kind: 'flag', label, default: initial };
}

/** Declares an option with named values, their words, the default, and for a convention the frameworks that follow it. */
export function choice<V extends string>(
  label: string,
  choices: Readonly<Record<V, string>>,
  initial: NoInfer<V>,
  frameworks?: Readonly<Partial<Record<NoInfer<V>, string>>>,
): Choice<V> {
  return { kind: 'choice', label, choices, default: initial, ...(frameworks && { frameworks }) };
}

interface Typed<I extends string, O extends OptionInfos, G extends string, S extends string, N extends Named>
  extends Omit<CellDeclaration, 'id' | 'options' | 'stages' | 'states' | 'signals' | 'math' | 'output'>,
    Known<I, O, G> {
  readonly states: Readonly<Record<S, StateInfo>>;
  readonly output: keyof N & string;
  readonly signals: { readonly [K in keyof N]-?: SignalInfo };
  math(environment: Environment<S>, options: OptionValues<O>): N;
}

/**
 * Declares a cell. Each name that `math` returns needs its entry in `signals`, or it does not compile; what types
 * cannot see (unknown stages, states never written, unnamed parts) is thrown by `cellOf`.
 */
export function defineCell<
  I extends string,
  O extends OptionInfos,
  G extends string,
  S extends string,
  N extends Named,
>(declaration: Typed<I, O, G, S, N>): Declared<keyof N & string, S, I, O, G> {
  return declaration as unknown as Declared<keyof N & string, S, I, O, G>;
}
