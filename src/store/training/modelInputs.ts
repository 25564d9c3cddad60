import { defaultInputs } from '../../io/defaults.ts';
import type { Inputs } from '../../io/moment.ts';
import type { Sequence } from '../../io/sequence.ts';
import { Refusal } from '../../text/refusal.ts';
import { type Model, networkOf, readModel } from '../../training/modelFile.ts';
import type { Subject } from '../../training/subject.ts';
import type { Task } from '../../training/task.ts';
import { taskOf } from '../../training/tasks/index.ts';
import { newRun, type TrainingRun } from './run.ts';
import { sequenceFor } from './sequenceFor.ts';
import { shownExample } from './shownExample.ts';
import { readByLayer, shownOf } from './shownInputs.ts';

/** A model file as the page shows it. */
export interface ModelInputs {
  /** A layer (from 0, the bottom) while the network reads a sequence. */
  readonly show: (layer: number, sequence: Sequence) => Inputs;
  /** The sequence if none is given: an example of the task, or without its data every input in turn. */
  readonly first: Sequence;
}

/** A model on its task; `subject` is null where the model was trained on data that are not at hand. */
export function modelInputs(model: Model, task: Task, subject: Subject | null): ModelInputs {
  const { settings } = model;
  const { seed, gain, forgetBias, level } = settings;
  const run: TrainingRun = {
    ...newRun(1, task, { ...settings, subject: subject ?? { kind: 'task', id: task.id } }),
    updates: model.updates,
    network: networkOf(model),
  };
  const show = (layer: number, sequence: Sequence): Inputs => {
    const shown = shownOf(run, layer, { seed, gain, forgetBias });
    return { ...defaultInputs, ...shown, sequence: readByLayer(run, layer, sequence) };
  };
  return { show, first: subject ? sequenceFor(task, shownExample(task, level)) : eachInput(task) };
}

function eachInput(task: Task): Sequence {
  const D = task.inputs.length;
  return sequenceFor(task, { x: Float64Array.from({ length: D * D }, (_, k) => (k % (D + 1) === 0 ? 1 : 0)) });
}

/** All that a model file tells of data that it does not hold: enough to read a sequence, but there are no examples. */
export function taskInFile({ task, settings: { level } }: Model): Task {
  return {
    ...task,
    sentence: '',
    level: { label: 'window', min: level, max: level, initial: level },
    tracks: [],
    example: () => {
      throw new Refusal(`“${task.title}”: a model file does not contain the data. Name it with --text or --table.`);
    },
  };
}

/** A model file opened into the page: its lowest layer, reading an example. Refuses what is no model. */
export function openedModel(text: string): { readonly inputs: Inputs; readonly notices: readonly string[] } {
  const model = readModel(text);
  const known = taskOf(model.task.id);
  const { show, first } = modelInputs(model, known ?? taskInFile(model), known ? { kind: 'task', id: known.id } : null);
  const { layers, level } = model.settings;
  const notices = [
    `Trained on “${model.task.title}”, level ${level}.`,
    ...(known ? [] : ['The file does not contain the data it learned from: it reads every input in turn.']),
    ...(layers > 1 ? [`Of its ${layers} layers only the lowest is shown, without the outputs.`] : []),
  ];
  return { inputs: withoutRun(show(0, first)), notices };
}

/** The inputs as those of a file: no run of this page has their weights. */
function withoutRun(inputs: Inputs): Inputs {
  const { weights } = inputs;
  return weights.kind === 'given' ? { ...inputs, weights: { ...weights, origin: 'opened' } } : inputs;
}
