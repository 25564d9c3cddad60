import type { Single, SingleShape } from '../engine/single/single.ts';
import { narrowed } from './batch.ts';
import { measured } from './evaluation.ts';
import type { Measured } from './measure.ts';
import type { Model } from './modelFile.ts';
import type { Settings } from './settings.ts';
import type { Subject } from './subject.ts';
import type { Task } from './task.ts';
import { baselineOf, rivalsOf } from './tasks/baseline.ts';
import { createTrainer, freshSeed } from './trainer.ts';
import { arraysOf, mapNetwork, shown } from './weights.ts';

/** The progress of a run. */
export interface Progress extends Measured {
  readonly updates: number;
}

/** The number of measurements of a run, and the numbers of held-out sequences for each and of fresh ones at the end. */
const CHECKS = 50;
const HELD_OUT = 200;
const SEQUENCES = 1000;

/**
 * Trains to the end of the budget, or until the run stops. A generator, so that whoever drives it may show how far it is
 * (a value after each of 50 parts) and leave it; what it returns depends on the settings alone.
 */
export function* training(
  settings: Settings,
  task: Task,
  create: (shape: SingleShape) => Single,
): Generator<Progress, Model> {
  const trainer = createTrainer(settings, task, create);
  const curve: Progress[] = [{ updates: 0, ...trainer.evaluate(HELD_OUT) }];
  for (let check = 1; check <= CHECKS && trainer.stopped === null; check++) {
    const until = Math.round((check * settings.updates) / CHECKS);
    while (trainer.updates < until && trainer.update());
    const last = { updates: trainer.updates, ...trainer.evaluate(HELD_OUT) };
    if (last.updates > curve[curve.length - 1].updates && Number.isFinite(last.loss)) curve.push(last);
    yield last;
  }
  const network = mapNetwork(trainer.network(), shown);
  const { subject, ...kept } = settings;
  const own = subject.kind === 'table' ? { own: ownOf(subject) } : {};
  const { level, seed, asked } = settings;
  const counted = narrowed(task, asked);
  const fresh = freshSeed(seed);
  const { id, title, asks, inputs, symbols, outputs, scales } = task;
  return {
    format: 'gatescope-model',
    version: 1,
    task: {
      id,
      title,
      asks,
      inputs: [...inputs],
      symbols,
      outputs: [...outputs],
      ...own,
      ...(scales && { scales: [...scales] }),
    },
    settings: kept,
    updates: trainer.updates,
    stopped: trainer.stopped,
    parameters: Object.values(arraysOf(network)).reduce((sum, { length }) => sum + length, 0),
    measured: {
      ...measured(trainer.architecture, network, counted, level, fresh, SEQUENCES),
      sequences: SEQUENCES,
      seed: fresh,
      chance: baselineOf(counted, level, fresh, SEQUENCES),
      ...(task.rivals && { rivals: [...rivalsOf(counted, level, fresh, SEQUENCES)] }),
    },
    curve: curve.map(({ updates, loss, reaches, whole }) => [updates, shown(loss), shown(reaches), shown(whole)]),
    weights: {
      layers: network.layers.map((layer) =>
        Object.fromEntries(Object.entries(layer).map(([name, values]) => [name, [...values]])),
      ),
      head: { W: [...network.head.W], b: [...network.head.b] },
    },
  };
}

/** The settings for a table, without its rows. */
function ownOf({ column, season, transform }: Subject & { readonly kind: 'table' }): NonNullable<Model['task']['own']> {
  return { column, ...(season !== undefined && { season }), ...(transform !== undefined && { transform }) };
}
