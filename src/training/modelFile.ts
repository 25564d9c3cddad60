import * as v from 'valibot';
import { MAX_SIZE } from '../cell/sizes.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { Refusal } from '../text/refusal.ts';
import type { Architecture, Network } from './network.ts';
import { programsOf } from './network.ts';
import { runEntries } from './settings.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const names = v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MAX_SIZE));
const numbers = v.array(finite);
const measured = { loss: finite, reaches: finite, whole: finite };

/** A trained network with what it was trained on, how, and how well it does. It contains neither time nor machine. */
export const modelSchema = v.object({
  format: v.literal('gatescope-model'),
  version: v.literal(1),
  task: v.object({
    /** The task by its id, or data of the reader's own, which are not in the file. */
    id: v.string(),
    title: v.string(),
    asks: v.picklist(['class', 'value']),
    inputs: names,
    symbols: v.boolean(),
    outputs: names,
    /** The settings for a table of the reader's own. */
    own: v.exactOptional(
      v.object({
        column: v.string(),
        season: v.exactOptional(count),
        transform: v.exactOptional(v.picklist(['none', 'difference', 'log', 'log-difference'])),
      }),
    ),
    scales: v.exactOptional(v.array(v.object({ offset: finite, factor: finite }))),
  }),
  settings: v.object({ level: count, ...runEntries }),
  /** The number of updates; fewer than in the settings if the run has `stopped`, for the reason given. */
  updates: count,
  stopped: v.nullable(v.string()),
  parameters: count,
  /** On fresh sequences of a seed; `chance` is what the best constant guess reaches on the same. */
  measured: v.object({
    ...measured,
    sequences: count,
    seed: count,
    chance: v.object({ guess: finite, reaches: finite, whole: finite }),
    /** The scores of forecasts without learning on the same sequences. */
    rivals: v.exactOptional(v.array(v.object({ id: v.string(), label: v.string(), reaches: finite }))),
  }),
  /** [update, loss, reaches, whole] on held-out sequences while it was trained. */
  curve: v.array(v.tuple([count, finite, finite, finite])),
  /** Arrays row by row, a row a unit, of each layer from the bottom; the head's W has a row an output. */
  weights: v.object({
    layers: v.pipe(v.array(v.record(v.string(), numbers)), v.minLength(1), v.maxLength(3)),
    head: v.object({ W: numbers, b: numbers }),
  }),
});
export type Model = Readonly<v.InferOutput<typeof modelSchema>>;

/** The model as a file: JSON, a line a part. */
export function modelText(model: Model): string {
  const lines = Object.entries(model).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Reads a model file. Throws a sentence where it is none, or where its weights do not fit its cell. */
export function readModel(text: string): Model {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('This is not JSON. Choose a model file written by `npm run train`.');
  }
  const read = v.safeParse(modelSchema, json);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Refusal(`This is not a model file: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}.`);
  }
  networkOf(read.output);
  return read.output;
}

/** The architecture of a model. */
export function architectureOf({ settings, task }: Pick<Model, 'settings' | 'task'>): Architecture {
  const { cell, options, H, layers } = settings;
  return { cell, options, D: task.inputs.length, H, layers, outputs: task.outputs.length };
}

/** The weights of a model, ready to run. Throws a sentence where they do not fit. */
export function networkOf(model: Pick<Model, 'settings' | 'task' | 'weights'>): Network {
  return networkFrom(architectureOf(model), model.weights);
}

/** Weights from outside as a network of this architecture. Throws a sentence where they do not fit. */
export function networkFrom(architecture: Architecture, { layers, head }: Model['weights']): Network {
  const { outputs, H } = architecture;
  if (layers.length !== architecture.layers)
    throw new Refusal(`The file has ${layers.length} layers, not ${architecture.layers}.`);
  if (head.W.length !== outputs * H || head.b.length !== outputs)
    throw new Refusal(
      `A head for ${outputs} outputs of ${H} units needs ${outputs * H} weights and ${outputs} biases.`,
    );
  return {
    layers: programsOf(architecture).map(({ cell, sizes }, k) => parametersFrom(cell, sizes, layers[k])),
    head: { W: Float64Array.from(head.W), b: Float64Array.from(head.b) },
  };
}
