import type { Range } from '../ops/op.ts';
import { type OpName, opOf } from '../ops/ops.ts';
import { Refusal } from '../text/refusal.ts';
import type { CellDeclaration, Named, SignalInfo, Stage, StateInfo } from './declaration.ts';
import { type Dim, type Expression, rewriter, type WeightKind } from './expression.ts';
import type { Ref } from './slot.ts';

/** One term of a learned sum. `parameter` is null if the source enters unweighted. */
export interface Term {
  readonly ref: Ref;
  readonly weight: WeightKind;
  readonly parameter: string | null;
}

/** A learned sum: matrices or diagonal weights times their sources, plus a bias. */
export interface Affine {
  readonly terms: readonly Term[];
  /** The name of the bias, or null. */
  readonly bias: string | null;
}

/** One named vector of a cell: a line of mathematics, a node of the diagram and a row of the tape. */
export interface Signal {
  readonly id: string;
  readonly info: SignalInfo;
  readonly dim: Dim;
  /** The operation that gives the signal; a learned sum without activation has `identity`. */
  readonly op: OpName;
  /** The constants of the operation: slope, limit … */
  readonly constants: readonly number[];
  /** The arguments of the operation; empty for a layer. */
  readonly args: readonly Ref[];
  /** The learned sum under the activation of a layer; null for other signals. */
  readonly affine: Affine | null;
  /** The interval of its values. */
  readonly range: Range;
}

/** A learned matrix or vector, named after its source and its layer: `W_f`, `U_f`, `p_f`, `b_f`. */
export interface Parameter {
  readonly name: string;
  /** W acts on x (or projects), U on a hidden state, P on the cell state, R on gates; p has one weight per unit, g is a gain, b a bias. */
  readonly letter: string;
  readonly subscript: string;
  /** The rows and columns of a matrix, or the length of a vector. */
  readonly shape: readonly Dim[];
  /** The layer that the parameter belongs to. */
  readonly signal: string;
  /** The source that it weighs; null for a bias. */
  readonly ref: Ref | null;
  /** The initial value: a random draw, 0, 1, or the bias of a forget gate. */
  readonly starts: 'drawn' | 'zero' | 'one' | 'forgetBias';
}

/** A state that one timestep hands to the next. */
export interface State extends StateInfo {
  readonly id: string;
  readonly dim: Dim;
}

/** A cell under certain options. Signals are in the order in which they are computed. */
export interface Cell {
  readonly declaration: CellDeclaration;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly id: string;
  readonly name: string;
  readonly signals: readonly Signal[];
  readonly states: readonly State[];
  readonly parameters: readonly Parameter[];
  readonly stages: readonly (Stage & { readonly signals: readonly string[] })[];
  readonly output: string;
}

/** The given options, completed with the declaration's defaults. Throws an error that names an unknown option or value. */
export function settledOptions(
  declaration: CellDeclaration,
  given: Readonly<Record<string, string | boolean>> = {},
): Readonly<Record<string, string | boolean>> {
  for (const [name, value] of Object.entries(given)) {
    const info = Object.hasOwn(declaration.options, name) ? declaration.options[name] : null;
    if (!info) throw new Refusal(`${declaration.name} has no option “${name}”.`);
    const fits =
      info.kind === 'flag'
        ? typeof value === 'boolean'
        : typeof value === 'string' && Object.hasOwn(info.choices, value);
    if (!fits) throw new Refusal(`${declaration.name}: option “${name}” cannot be ${JSON.stringify(value)}.`);
  }
  return Object.fromEntries(
    Object.entries(declaration.options).map(([name, info]) => [name, given[name] ?? info.default]),
  );
}

/** The cell that a declaration describes under these options. Throws if an option is unknown or the declaration contradicts itself. */
export function cellOf(declaration: CellDeclaration, given: Readonly<Record<string, string | boolean>> = {}): Cell {
  const fail = (message: string): never => {
    throw new Error(`${declaration.id}: ${message}`);
  };
  const options = settledOptions(declaration, given);
  const x: Expression = { kind: 'input', dim: 'D' };
  const prev = Object.fromEntries(
    Object.entries(declaration.states).map(([state, { dim = 'H' }]) => [
      state,
      { kind: 'previous', state, dim } as Expression,
    ]),
  );
  const raw = declaration.math({ x, prev }, options);
  const named = settled(raw, options);
  const names = new Map<Expression, string>();
  for (const [id, expression] of Object.entries(named)) {
    if (names.has(expression)) fail(`“${id}” and “${names.get(expression)}” are the same expression; name it once`);
    names.set(expression, id);
  }

  const refOf = (e: Expression, user: string): Ref => {
    if (e.kind === 'input') return { kind: 'input', id: 'x' };
    if (e.kind === 'previous') return { kind: 'previous', id: e.state };
    const id = names.get(e) ?? fail(`a part of “${user}” has no name`);
    return { kind: 'signal', id };
  };

  const parameters: Parameter[] = [];
  const ranges = new Map<string, Range>();
  const rangeOf = (ref: Ref): Range =>
    ref.kind === 'input' || ref.kind === 'previous' ? REAL : (ranges.get(ref.id) ?? REAL);
  const affineOf = (id: string, info: SignalInfo, e: Expression & { kind: 'affine' }): Affine => {
    const subscript = info.weights ?? id;
    const terms = e.sources.map((source): Term => {
      const ref = refOf(source.expression, id);
      if (source.weight === 'none') return { ref, weight: 'none', parameter: null };
      const letter = source.gain === undefined ? letterOf(ref, source.weight, e.dim, declaration) : 'g';
      const name = `${letter}_${source.gain ?? (letter === 'R' ? ref.id : '')}${subscript}`;
      const shape: readonly Dim[] = source.weight === 'diagonal' ? [e.dim] : [e.dim, source.expression.dim];
      const starts = letter === 'g' ? 'one' : 'drawn';
      parameters.push({ name, letter, subscript: name.slice(2), shape, signal: id, ref, starts });
      return { ref, weight: source.weight, parameter: name };
    });
    if (!e.bias) return { terms, bias: null };
    const hidden = terms.every((term) => term.parameter?.startsWith('U'));
    const bias = `b_${hidden && e.sources.length === 1 ? 'U' : ''}${subscript}`;
    const starts = (info.forgets ?? id === 'f') ? 'forgetBias' : 'zero';
    parameters.push({
      name: bias,
      letter: 'b',
      subscript: bias.slice(2),
      shape: [e.dim],
      signal: id,
      ref: null,
      starts,
    });
    return { terms, bias };
  };

  const signals = inOrder(named).map(([id, e]): Signal => {
    const described = declaration.signals[id] ?? fail(`signal “${id}” is not described`);
    const info = { ...described, at: described.moved?.(options) ?? described.at };
    if (!declaration.stages.some((stage) => stage.id === info.stage))
      fail(`“${id}” names the unknown stage “${info.stage}”`);
    if (e.kind === 'input' || e.kind === 'previous') return fail(`“${id}” is not computed`);
    const [arg] = e.kind === 'op' ? e.args : [];
    const op = e.kind === 'affine' ? 'identity' : e.op;
    const unnamed = arg?.kind === 'affine' && !names.has(arg) && opOf(op).scalar ? arg : null;
    const layer = e.kind === 'affine' ? e : unnamed;
    const constants = e.kind === 'affine' ? [] : e.constants;
    const args = layer || e.kind === 'affine' ? [] : e.args.map((a) => refOf(a, id));
    const range = opOf(op).range(args[0] ? rangeOf(args[0]) : REAL, args[1] ? rangeOf(args[1]) : REAL, constants);
    ranges.set(id, range);
    return { id, info, dim: e.dim, op, constants, args, affine: layer && affineOf(id, info, layer), range };
  });
  const dims = new Map(signals.map((signal) => [signal.id, signal.dim]));
  const states = Object.entries(declaration.states).map(
    ([id, { dim = 'H', ...info }]): State => ({ ...info, id, dim }),
  );
  for (const { id, dim } of states) {
    const written = dims.get(id) ?? fail(`state “${id}” is never written`);
    if (written !== dim) fail(`state “${id}” has length ${dim} but is written with length ${written}`);
  }
  if (!dims.has(declaration.output)) fail(`the output “${declaration.output}” is never computed`);
  if (new Set(parameters.map((p) => p.name)).size < parameters.length) fail('two parameters have the same name');

  return {
    declaration,
    options,
    id: declaration.id,
    name: declaration.name,
    signals,
    states,
    parameters,
    stages: declaration.stages
      .map((stage) => ({ ...stage, signals: signals.filter((s) => s.info.stage === stage.id).map((s) => s.id) }))
      .filter((stage) => stage.signals.length > 0),
    output: declaration.output,
  };
}

const REAL: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** W for the input and for a projection, U for the output state, R for gates, P (diagonal: p) for every other state. */
function letterOf(ref: Ref, weight: WeightKind, dim: Dim, { states, output, signals }: CellDeclaration): string {
  if (weight === 'diagonal') return 'p';
  if (ref.kind === 'input' || dim === 'P') return 'W';
  const role = signals[ref.id]?.role;
  if (role === 'gate') return 'R';
  return ref.id === output || (ref.kind === 'signal' && !(ref.id in states)) ? 'U' : 'P';
}

/** The signals so that each follows everything it is computed from; otherwise in the declared order. */
function inOrder(named: Named): [string, Expression][] {
  const ids = new Map(Object.entries(named).map(([id, e]) => [e, id]));
  const result: [string, Expression][] = [];
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'op') e.args.forEach(visit);
    if (e.kind === 'affine') for (const source of e.sources) visit(source.expression);
    const id = ids.get(e);
    if (id !== undefined) result.push([id, e]);
  };
  for (const e of ids.keys()) visit(e);
  return result;
}

/** Slope and shift of the hard sigmoid of ONNX and Keras 2. */
const HARD = [0.2, 0.5];

/** The expressions under the options that many cells share: without biases, and with other activations. */
function settled(named: Named, { bias, gates, squashing }: Cell['options']): Named {
  const visit = rewriter((e) => {
    if (e.kind === 'affine') return bias === false ? { ...e, bias: false } : e;
    if (e.kind !== 'op') return e;
    if (e.op === 'sigmoid' && gates === 'hard') return { ...e, op: 'hardSigmoid', constants: HARD };
    return e.op === 'tanh' && squashing === 'relu' ? { ...e, op: 'relu' } : e;
  });
  return Object.fromEntries(Object.entries(named).map(([id, e]) => [id, visit(e)]));
}
