import { type OpName, opOf } from '../ops/ops.ts';
import type { CellDeclaration, Named, Role, SignalInfo } from './declaration.ts';
import { type Expression, pointwise, project } from './expression.ts';
import { rewired } from './variant.ts';

/** A pointwise function with its constants (slope and shift of a hard sigmoid, slope of a leaky relu). */
export interface Activation {
  readonly op: OpName;
  readonly constants?: readonly number[];
}

const roles: readonly string[] = ['gate', 'candidate', 'state', 'intermediate'] satisfies Role[];

/** Activations by signal id, or by role for every learned layer of that role; the id wins. */
export type Activations = Readonly<Record<string, Activation>>;

/**
 * The cell with its output projected onto P units (Sak, Senior & Beaufays 2014; PyTorch `proj_size`): the former output
 * becomes the signal `unprojected`, and the output, which the layers see at the next timestep, is W_hr · unprojected.
 */
export function withProjection(declaration: CellDeclaration): CellDeclaration {
  const { output } = declaration;
  const info = declaration.signals[output];
  const [column, row] = info.at;
  const unprojected: SignalInfo = {
    role: 'intermediate',
    stage: info.stage,
    label: 'unprojected output',
    hint: 'What the cell would show without its projection.',
    at: info.at,
  };
  return changed(declaration, {
    states: { ...declaration.states, [output]: { ...declaration.states[output], dim: 'P' } },
    signals: { ...declaration.signals, unprojected, [output]: { ...info, weights: 'hr', at: [column + 2, row] } },
    rewrite: (named) => ({ ...named, unprojected: named[output], [output]: project(named[output]) }),
  });
}

/** The cell with other activations. Throws an error if an id is unknown or has no activation. */
export function withActivations(declaration: CellDeclaration, activations: Activations): CellDeclaration {
  for (const key of Object.keys(activations))
    if (!roles.includes(key) && !Object.hasOwn(declaration.signals, key))
      throw new Error(`${declaration.id}: there is no signal or role “${key}” whose activation could change`);
  const change = (id: string, expression: Expression, named: Named): Expression | null => {
    const own = activations[id];
    const chosen = own ?? (layerOf(expression, named) ? activations[declaration.signals[id].role] : undefined);
    if (!chosen) return null;
    const { op, constants = [] } = chosen;
    if (expression.kind === 'affine') return pointwise(op, { ...expression }, constants);
    if (expression.kind === 'op' && isActivation(expression.op)) return { ...expression, op, constants };
    throw new Error(`${declaration.id}: “${id}” has no activation that could change`);
  };
  return changed(declaration, {
    rewrite: (named) =>
      rewired(
        named,
        mapped(named, (id, part) => change(id, part, named)),
      ),
  });
}

/**
 * The cell with the pre-activation of every activated layer clipped to ±limit, as by ONNX's `clip`; the argument of other
 * activations (C_t on its way to the output) is not clipped. Each clipped value is a signal `<layer>Clipped`. Throws a
 * RangeError if the limit is not above 0.
 */
export function withClip(declaration: CellDeclaration, limit: number): CellDeclaration {
  if (!(limit > 0)) throw new RangeError(`The limit of a clip must be more than 0, not ${limit}`);
  const infos = Object.entries(declaration.signals).map(([id, info]): [string, SignalInfo] => [
    clippedId(id),
    {
      role: 'intermediate',
      stage: info.stage,
      weights: info.weights ?? id,
      label: `clipped input of the ${info.label}`,
      hint: `The pre-activation of the ${info.label}, held between −${limit} and ${limit}.`,
      at: [info.at[0], info.at[1] + 2],
    },
  ]);
  return changed(declaration, {
    signals: { ...declaration.signals, ...Object.fromEntries(infos) },
    rewrite(named) {
      const clipped: Record<string, Expression> = {};
      const layers = mapped(named, (id, expression) => {
        const layer = expression.kind === 'op' ? layerOf(expression, named) : null;
        if (!layer || expression.kind !== 'op') return null;
        clipped[clippedId(id)] = pointwise('clip', layer, [limit]);
        return { ...expression, args: [clipped[clippedId(id)]] };
      });
      return rewired(named, { ...clipped, ...layers });
    },
  });
}

/** True if an operation is a function of one unit that another may replace. */
function isActivation(name: OpName): boolean {
  const { arity, scalar, notation } = opOf(name);
  return arity === 1 && scalar !== undefined && (notation.kind === 'function' || notation.kind === 'identity');
}

const clippedId = (id: string): string => `${id}Clipped`;

interface Change extends Partial<Pick<CellDeclaration, 'states' | 'signals'>> {
  rewrite(named: Named): Named;
}

function changed(declaration: CellDeclaration, { rewrite, ...rest }: Change): CellDeclaration {
  return { ...declaration, ...rest, math: (environment, options) => rewrite(declaration.math(environment, options)) };
}

/** The learned map of a layer: the expression itself, or what its activation is applied to unless that has a name. */
function layerOf(expression: Expression, named: Named): Expression | null {
  if (expression.kind === 'affine') return expression;
  const [arg] = expression.kind === 'op' ? expression.args : [];
  return arg?.kind === 'affine' && !Object.values(named).includes(arg) ? arg : null;
}

/** The expressions that `change` gives for some of the named ones. */
function mapped(
  named: Named,
  change: (id: string, expression: Expression) => Expression | null,
): Record<string, Expression> {
  const entries = Object.entries(named).map(([id, expression]) => [id, change(id, expression)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Expression] => entry[1] !== null));
}
