import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runForward } from '../../src/engine/forward.ts';
import { defaultMoment } from '../../src/io/defaults.ts';
import { entriesOf, linkOf } from '../../src/io/link.ts';
import type { Inputs, OutputHead } from '../../src/io/moment.ts';
import { opened } from '../../src/io/opening.ts';
import { learnedIn } from '../../src/io/weights.ts';
import { home, inputsOf } from '../../src/presets/index.ts';
import { catalogue, trainedOf } from '../../src/presets/trained/catalogue.ts';
import { learned, lookOf, measurement } from '../../src/presets/trained/look.ts';
import { createDerive } from '../../src/store/derive.ts';
import { readModel } from '../../src/training/modelFile.ts';
import { givenIn, withGiven } from '../store/given.ts';
import { type Evidence, holds } from './facts.ts';
import written from './tracks.json';

const all = catalogue.flatMap((task) =>
  task.cells.map((trained) => ({ task, trained, id: `trained-${trained.model}` })),
);
const tracks: Readonly<Record<string, Evidence['tracks']>> = written;
const fileOf = (model: string) => readModel(readFileSync(`models/${model}.json`, 'utf8'));
const inputsFor = async (id: string): Promise<Inputs> => {
  const inputs = await inputsOf(id);
  if (!inputs) throw new Error(`there is no ${id}`);
  return inputs;
};

test('every trained cell of one layer is in the menu, under its task', () => {
  const files = (existsSync('models') ? readdirSync('models') : []).filter((file) => file.endsWith('.json'));
  const single = files.map((file) => file.replace('.json', '')).filter((name) => fileOf(name).settings.layers === 1);
  expect(all.map(({ trained }) => trained.model).toSorted()).toEqual(single.toSorted());
  for (const { task, trained } of all) expect(fileOf(trained.model).task.id).toBe(task.id);
});

describe.each(all)('the trained preset $id', ({ task, trained, id }) => {
  const evidenceOf = (inputs: Inputs): Evidence => {
    const { tape, parameters, encoded } = createDerive()(inputs);
    const { settings } = fileOf(trained.model);
    const last = task.answers.findLastIndex((answer) => answer !== null);
    return {
      tape,
      head: givenIn(inputs).head as OutputHead,
      tracks: tracks[task.id],
      answers: task.answers.map((answer, t) => (settings.asked === 'last' && t !== last ? null : answer)),
      reading: (token) => {
        const x = encoded.x.slice();
        for (let k = 0; k < encoded.D; k++) x[k] = encoded.features[k] === token ? 1 : 0;
        return runForward(tape.program, parameters, x);
      },
    };
  };

  test('does what it says, sentence by sentence', async () => {
    const evidence = evidenceOf(await inputsFor(id));
    expect(trained.facts.length).toBeGreaterThan(1);
    for (const [k, fact] of trained.facts.entries()) expect(holds(fact, evidence), lookOf(trained)[k]).toBe(true);
  });

  test('tells the accuracy that its file was measured with', () => {
    const { measured, settings } = fileOf(trained.model);
    const { reaches, chance, sequences } = trained;
    expect({ reaches, chance, sequences }).toEqual({
      reaches: measured.reaches,
      chance: measured.chance.reaches,
      sequences: measured.sequences,
    });
    expect(trained).toMatchObject({ cell: settings.cell, H: settings.H, level: settings.level });
    expect(measurement(trained, task)).toContain(measured.sequences.toLocaleString('en-GB'));
    expect(learned(trained, task)).toBeGreaterThanOrEqual(0);
    expect(learned(trained, task)).toBeLessThanOrEqual(1);
  });

  test('opens from its link with the weights of its file', async () => {
    const inputs = await inputsFor(id);
    const moment = { ...defaultMoment, inputs };
    const link = await linkOf({ ...moment, cursor: { t: 2, position: 0 } });
    expect(link).toEqual({ ok: true, hash: `v=1&preset=${id}&t=2&done=0` });
    const { moment: back, notices } = await opened(`v=1&preset=${id}`, home);
    expect(notices).toEqual([]);
    expect(back.inputs).toStrictEqual(inputs);
    expect(learnedIn(inputs)).toEqual({ task: task.id, level: trained.level });
    const { weights } = fileOf(trained.model);
    for (const [name, values] of Object.entries(givenIn(inputs).values))
      expect([...values]).toEqual(weights.layers[0][name]);
    expect([...(givenIn(inputs).head?.W ?? [])]).toEqual(weights.head.W);
  });
});

/** Links name presets by id, so what a published one opens must never change. A cell trained anew gets a new name. */
test('published trained presets open what they always did', async () => {
  const digests = await Promise.all(
    all.map(async ({ id }) => {
      const inputs = withGiven(await inputsFor(id), { ...givenIn(await inputsFor(id)), learned: null });
      const text = JSON.stringify([...entriesOf({ ...defaultMoment, inputs, cursor: { t: 1, position: 0 } })]);
      return `${id} ${createHash('sha256').update(text).digest('hex').slice(0, 16)}\n`;
    }),
  );
  await expect(digests.join('')).toMatchFileSnapshot('trained.txt');
});

test('an id of no trained cell is none', async () => {
  expect(await inputsOf('trained-nothing')).toBeUndefined();
  expect(trainedOf('trained-nothing')).toBeUndefined();
});
