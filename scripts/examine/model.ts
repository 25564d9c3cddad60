import { defaultMoment } from '../../src/io/defaults.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { modelInputs, taskInFile } from '../../src/store/training/modelInputs.ts';
import { fitsTask } from '../../src/store/training/sequenceFor.ts';
import { sentenceOf } from '../../src/text/refusal.ts';
import { type Model, readModel } from '../../src/training/modelFile.ts';
import { type Subject, taskFor } from '../../src/training/subject.ts';
import type { Task } from '../../src/training/task.ts';
import { taskOf } from '../../src/training/tasks/index.ts';
import { fail, fileText, type Given } from '../arguments.ts';
import { tableSubject, textSubject } from '../ownData.ts';
import type { Source } from './source.ts';

/** A model file as a subject. A file that cannot be used ends the command with a sentence. */
export async function modelSource(file: string, given: Given): Promise<Source> {
  const model = modelIn(file);
  const { settings } = model;
  const subject = subjectOf(model, given);
  const task = subject ? taskOn(model, subject) : taskInFile(model);
  const { show, first } = modelInputs(model, task, subject);
  const layer = layerOf(given.layer, settings.layers);
  return {
    name: layer > 0 ? `layer ${layer + 1} of ${file}` : file,
    moment: { ...defaultMoment, inputs: show(0, first) },
    trained: subject && { task, subject, level: settings.level },
    notices: [],
    ...(layer > 0 && { below: (inputs: Inputs) => show(layer, inputs.sequence) }),
  };
}

function modelIn(file: string): Model {
  const text = fileText(file);
  try {
    return readModel(text);
  } catch (error) {
    const sentence = sentenceOf(error);
    return fail(`${file}: ${sentence}${sentence.includes('npm run train') ? '' : ' npm run train writes such files.'}`);
  }
}

/** The task or data that a model was trained on; null if it needs the reader's own data and no option names them. */
function subjectOf({ task, settings }: Model, given: Given): Subject | null {
  const { text, table } = given;
  if (taskOf(task.id)) {
    if (text === undefined && table === undefined) return { kind: 'task', id: task.id };
    return fail(`This model was trained on “${task.title}”, not on data of your own: leave --text and --table out.`);
  }
  const columns = task.id === 'own-columns';
  if ((columns ? text : table) !== undefined)
    return fail(
      `This model was trained on a ${columns ? 'table' : 'text'}: name that with --${columns ? 'table' : 'text'}.`,
    );
  if (text !== undefined) return textSubject(text, settings.level);
  return table === undefined
    ? null
    : tableSubject(table, task.own?.column ?? task.outputs[0], withOwn(given, task.own)).subject;
}

/** The options, with the season and transform with which the model was trained. */
function withOwn(given: Given, own: Model['task']['own']): Given {
  return { ...given, season: own?.season === undefined ? undefined : String(own.season), transform: own?.transform };
}

/** The task of a model on this data. Data that differ from the training data end the command. */
function taskOn(model: Model, subject: Subject): Task {
  const task = taskFor(subject);
  const { inputs, outputs, scales } = model.task;
  const fits = fitsTask(task, inputs) && fitsTask({ inputs: task.outputs }, outputs);
  if (!fits || JSON.stringify(task.scales) !== JSON.stringify(scales))
    return fail('The model was trained on other data. Give the file that it was trained on.');
  return task;
}

function layerOf(text: string | undefined, layers: number): number {
  const layer = text === undefined ? 1 : Number(text);
  if (Number.isInteger(layer) && layer >= 1 && layer <= layers) return layer - 1;
  return fail(
    `--layer is ${text}; the network has ${layers}, of which 1 is the lowest. Choose a whole number up to ${layers}.`,
  );
}
