import { type Cell, cellOf } from '../../cell/cell.ts';
import type { CellDeclaration } from '../../cell/declaration.ts';
import { type Activation, withActivations } from '../../cell/transform.ts';
import { gru } from '../../cells/gru.ts';
import { lstm } from '../../cells/lstm.ts';
import { rnn } from '../../cells/rnn.ts';
import { keras } from './keras.ts';
import type { WeightLayout } from './weightLayout.ts';

/** The settings of a Keras layer that decide its mathematics. */
export interface KerasSettings {
  readonly activation: string;
  readonly recurrentActivation?: string | undefined;
  readonly resetAfter?: boolean;
}

/** The recurrent layers of Keras. */
export type KerasLayer = 'SimpleRNN' | 'LSTM' | 'GRU';

/** Keras 2 and TensorFlow.js compute clip(0.2x + 0.5, 0, 1), Keras 3 clip(x/6 + 0.5, 0, 1). */
const hardSigmoidSlopes = { 2: 0.2, 3: 1 / 6 } as const;

/** The cell that a Keras layer computes, and the layout of its arrays. Throws an error that names an unknown activation. */
export function kerasCell(
  layer: KerasLayer,
  { activation, recurrentActivation = 'sigmoid', resetAfter = false }: KerasSettings,
  version: keyof typeof hardSigmoidSlopes,
): { readonly cell: Cell; readonly layout: WeightLayout } {
  const main = activationOf(activation, version);
  const gate = activationOf(recurrentActivation, version);
  const built = (
    declaration: CellDeclaration,
    changes: Readonly<Record<string, Activation>>,
    layout: WeightLayout,
    options: Readonly<Record<string, string | boolean>> = {},
  ) => ({ cell: cellOf(withActivations(declaration, changes), options), layout });
  if (layer === 'SimpleRNN') return built(rnn, { h: main }, keras.simpleRnn);
  if (layer === 'LSTM') return built(lstm, { gate, candidate: main, squashed: main }, keras.lstm);
  return resetAfter
    ? built(gru, { gate, candidate: main }, keras.gruResetAfter, { reset: 'after', z: 'old' })
    : built(gru, { gate, candidate: main }, keras.gru, { reset: 'before', z: 'old' });
}

function activationOf(name: string, version: keyof typeof hardSigmoidSlopes): Activation {
  const known: Readonly<Record<string, Activation>> = {
    tanh: { op: 'tanh' },
    sigmoid: { op: 'sigmoid' },
    relu: { op: 'relu' },
    softsign: { op: 'softsign' },
    softplus: { op: 'softplus' },
    linear: { op: 'identity' },
    hardSigmoid: { op: 'hardSigmoid', constants: [hardSigmoidSlopes[version], 0.5] },
  };
  const id = name === 'hard_sigmoid' ? 'hardSigmoid' : name;
  if (!Object.hasOwn(known, id))
    throw new Error(`The activation “${name}” is not supported; known are ${Object.keys(known).join(', ')}`);
  return known[id];
}
