import type { Dim, Expression } from './expression.ts';

/** The role of a signal, which decides its colours and wording. */
export type Role = 'gate' | 'candidate' | 'state' | 'intermediate';

/** A letter as it is printed: `C` with a tilde is the candidate. */
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
  /** The name of the signal in words: `forget gate`. */
  readonly label: string;
  /** One sentence on what it does. */
  readonly hint: string;
  /** The position of its node, in lattice steps: column from the left edge of the cell body, row below the belt. */
  readonly at: readonly [column: number, row: number];
  /** The position under options for which `at` leaves no straight path for a wire; null under all others. */
  readonly moved?: (
    options: Readonly<Record<string, string | boolean>>,
  ) => readonly [column: number, row: number] | null;
  /** The position of the concatenation of its layer's sources; layers with the same sources share the first that is given. */
  readonly join?: readonly [column: number, row: number];
}

/** The description of one state. */
export interface StateInfo {
  /** The length of the state. Default H. */
  readonly dim?: Dim;
  /** The value of every unit before the first timestep, unless another is given. */
  readonly initial: number;
  /** The row on which the state enters and leaves the cell. */
  readonly rail: number;
}

/** A stage: one step of the walk through a timestep. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  /** The question that the stage answers, as a heading. */
  readonly question: string;
  /**
   * One sentence about one unit, made from its values. `{unit}`: its number; `{f}`: the value of signal f;
   * `{prev.C}`: a previous state; `{f:percent}`: as a percentage; `{f:amount}`: in words (almost nothing … almost everything).
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
  /** For a convention: the frameworks that follow it, by value. */
  readonly frameworks?: Readonly<Partial<Record<V, string>>>;
}
/** An option of a cell. */
export type OptionInfo = (Flag | Choice) & {
  /** True if the option has an effect together with these other options. By default it always has. */
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

/** The inputs of `math`. */
export interface Environment<S extends string> {
  /** The input of the timestep, D numbers. */
  readonly x: Expression;
  /** The states after the timestep before: the only memory. */
  readonly prev: Readonly<Record<S, Expression>>;
}

/** The named expressions of a cell in the order in which they are computed and read. */
export type Named = Readonly<Record<string, Expression>>;

/** The declaration of a recurrent cell (docs/adding-a-cell.md), from which everything else is derived. */
export interface CellDeclaration<N extends string = string, S extends string = string> {
  readonly id: string;
  readonly name: string;
  /** The paper that the equations are from. */
  readonly reference: string;
  /** One sentence for the menu. */
  readonly summary: string;
  /** The differences from the source, for docs/model.md; Markdown. */
  readonly remarks?: string;
  readonly options: OptionInfos;
  readonly states: Readonly<Record<S, StateInfo>>;
  /** The id of the signal that leaves the cell upwards: the hidden state. */
  readonly output: string;
  readonly stages: readonly Stage[];
  readonly signals: Readonly<Record<N, SignalInfo>>;
  /** The column at which x_t enters. */
  readonly inputAt: number;
  /** The column above which the output is shown. */
  readonly outputAt: number;
  /** The size of the cell body in lattice steps, counted from the belt. */
  readonly body: readonly [columns: number, rows: number];
  /** The mathematics of one timestep: every signal by its id, in the order in which it is read. */
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

/** Declares an option with named values: their words, the default and, for a convention, the frameworks that follow it. */
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
 * Declares a cell. Each name that `math` returns needs an entry in `signals`, or the declaration does not compile. For what
 * types cannot see (unknown stages, states never written, unnamed parts), `cellOf` throws.
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
