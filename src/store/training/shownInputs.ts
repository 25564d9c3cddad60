import type { Initialisation } from '../../engine/parameters.ts';
import { runStack } from '../../engine/stack.ts';
import { encode } from '../../io/encode.ts';
import type { Inputs, TaskLevel } from '../../io/moment.ts';
import type { Sequence } from '../../io/sequence.ts';
import { type GivenWeights, givenWeights, isHome, type RunOrigin, type WeightsHome } from '../../io/weights.ts';
import { type Architecture, type Network, programsOf } from '../../training/network.ts';
import { architectureOf } from '../../training/settings.ts';
import { learnedAt, type TrainingRun } from './run.ts';

/** The part of the page's inputs that shows a run: its cell with the weights of one layer, and the head above the top layer. */
export type Shown = WeightsHome & { readonly weights: GivenWeights };

/** The network that these weights are: its H may still be the one before a change. */
function architectureWith({ settings, task }: TrainingRun, { head }: Network): Architecture {
  return { ...architectureOf(settings, task), H: head.W.length / task.outputs.length };
}

/**
 * A run as the page shows its layer (from 0, the bottom); null before its weights are known. Should they go, the page's
 * are drawn by `initialisation`.
 */
export function shownOf(run: TrainingRun, layer: number, initialisation: Partial<Initialisation>): Shown | null {
  const { id, network, settings, task, reports } = run;
  if (!network) return null;
  const { cell, options, layers } = settings;
  const { outputs, asks } = task;
  const home = { cell, options, H: architectureWith(run, network).H };
  const weights = givenWeights(home, {
    values: network.layers[layer],
    head: layer === layers - 1 ? { outputs, asks, ...network.head } : null,
    origin: { run: id, layer, report: reports },
    learned: layer === 0 ? trainedIn(run) : null,
    initialisation,
  });
  return { ...home, weights };
}

/** The task of a run, if others have it too; null for data of the reader's own. */
function trainedIn(run: TrainingRun): TaskLevel | null {
  const level = learnedAt(run);
  if (level === null) return run.began;
  return run.settings.subject.kind === 'task' ? { task: run.task.id, level } : null;
}

/** The report of a run and the layer that these inputs show; null where they show no weights of a run. */
export function shownIn({ weights, ...chosen }: Inputs): RunOrigin | null {
  if (weights.kind === 'seeded' || typeof weights.origin === 'string') return null;
  return isHome(chosen, weights.home) ? weights.origin : null;
}

/** The input of a layer while the network reads `sequence`: the hidden states of the layer below, a column a unit. */
export function readByLayer(run: TrainingRun, layer: number, sequence: Sequence): Sequence {
  const { network } = run;
  if (layer === 0 || !network) return sequence;
  const architecture = architectureWith(run, network);
  const { H } = architecture;
  const below = programsOf(architecture)
    .slice(0, layer)
    .map((program, k) => [{ program, parameters: network.layers[k] }]);
  const { output } = runStack(below, encode(sequence).x);
  const columns = Array.from({ length: H }, (_, unit) => `h${unit + 1} of layer ${layer}`);
  const rows = Array.from({ length: output.length / H }, (_, t) => [...output.subarray(t * H, (t + 1) * H)]);
  return { kind: 'numbers', columns, rows, scaling: 'none' };
}
