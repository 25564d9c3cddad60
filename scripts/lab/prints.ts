import { exampleMemory, type LabMemory, labMemory, memoryCells } from '../../src/app/lab/labMemory.ts';
import { directWords, fate, mainState } from '../../src/laboratory/gradientWords.ts';
import type { LabSettings } from '../../src/laboratory/labLink.ts';
import { AGAINST, latch, over, WEIGHT } from '../../src/laboratory/latch.ts';
import { meanOf, measured, pointsOf } from '../../src/laboratory/measured.ts';
import { flowIn, type LabNetwork } from '../../src/laboratory/networks.ts';
import { labCells, openings, shipped } from '../../src/laboratory/recipe.ts';
import { learnedBy, unitsFor } from '../../src/laboratory/sizes.ts';
import { weighed, weighedWords } from '../../src/laboratory/weighed.ts';
import { displayed } from '../../src/notation/number.ts';
import { logistic } from '../../src/ops/exp.ts';
import { log } from '../../src/ops/log.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';
import type { Given } from '../arguments.ts';
import { flowData, flowTable } from '../examine/gradient.ts';
import { home } from '../examine/home.ts';
import { inputsTable } from '../examine/inputs.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import { exampleOf, networksOf } from './networks.ts';

/** Unrounded accuracy of every measured point, or of those that the options select. */
export function accuracy(settings: LabSettings, given: Given): Printed {
  const named = (name: 'cell' | 'gap' | 'opening'): boolean =>
    given[name] !== undefined || (given.link !== undefined && name !== 'cell');
  const opened = named('opening') ? labCells.flatMap((cell) => pointsOf(cell, settings.opening)) : measured;
  const points = opened
    .filter(({ cell, gap }) => (!named('cell') || cell === settings.cell) && (!named('gap') || gap === settings.gap))
    .map((point) => {
      const H = unitsFor(point.cell, shipped.parameters, rememberFirst);
      const learned = learnedBy(point.cell, H, rememberFirst);
      const { accuracy: shares } = point;
      return { ...point, H, learned, mean: meanOf(shares), worst: Math.min(...shares), best: Math.max(...shares) };
    });
  const seeds = Array.from({ length: shipped.seeds }, (_, k) => `seed ${k + 1}`);
  const header = ['cell', 'bias', 'gap', 'rate', 'units', 'parameters', 'mean', 'worst', 'best', ...seeds];
  const rows = points.map(({ cell, opening, gap, rate, H, learned, mean, worst, best, accuracy: shares }) =>
    [cell, opening, gap, rate, H, learned, mean, worst, best, ...shares].map(String),
  );
  return { text: plainTable(header, rows), data: { chance: 1 / rememberFirst.outputs.length, points } };
}

/** Gradient of every cell before and after training, or of the named cell with all its norms. */
export function gradient(settings: LabSettings, given: Given): Printed {
  const { x, tokens } = exampleOf(settings);
  const distance = tokens.length - 1;
  const cells = given.cell === undefined ? labCells : [settings.cell];
  const flowOf = (network: LabNetwork) => {
    const flow = flowIn(network, x);
    const main = mainState(flow, distance);
    const { word, why } = fate(main, distance);
    const range = { least: Math.min(...flow.steps), most: Math.max(...flow.steps) };
    return {
      words: [
        `${word}: ${why}`,
        directWords(main, distance),
        `Each timestep: × ${displayed(range.least)} to ${displayed(range.most)} at most.`,
        ...(given.cell === undefined ? [] : ['', flowTable(flow), '']),
      ],
      data: { main: main.state, ...range, ...flowData(flow) },
    };
  };
  const parts = cells.map((cell) => {
    const { before, after } = networksOf(cell, settings);
    return { cell, H: before.program.sizes.H, before: flowOf(before), after: flowOf(after) };
  });
  return {
    text: parts
      .flatMap(({ cell, H, before, after }) => [
        `${cell}, ${H} units, before training:`,
        ...before.words,
        `${cell}, after training:`,
        ...after.words,
        '',
      ])
      .join('\n')
      .trimEnd(),
    data: {
      settings,
      distance,
      cells: parts.map(({ before, after, ...rest }) => ({ ...rest, before: before.data, after: after.data })),
    },
  };
}

/** Attribution of one network's answer to its inputs. */
export function inputs(settings: LabSettings): Printed {
  const example = exampleOf(settings);
  const found = weighed(networksOf(settings.cell, settings)[settings.weights], example, settings.blank);
  return {
    text: `${settings.cell}, ${settings.weights} training. ${weighedWords(rememberFirst, example, found)}\n\n${inputsTable(example.tokens, found)}`,
    data: { settings, tokens: example.tokens, ...found },
  };
}

/** Numbers of the section “In theory it could” at this gap. */
export function theory({ gap }: LabSettings): Printed {
  const free = latch(WEIGHT, gap);
  const pushed = latch(WEIGHT, gap, AGAINST);
  const factors = [0.9, 1.1].map((factor) => ({ factor, product: over(factor, gap + 1) }));
  const biases = [...openings, log(gap)].map((bias) => ({
    bias,
    keeps: logistic(bias),
    product: over(logistic(bias), gap + 1),
  }));
  return {
    text: [
      `A tanh unit with the weight ${WEIGHT} on its input and on itself reads 1. After a gap of ${gap} timesteps it is at ${displayed(free.kept, 4)}; if every input of the gap pushes against it with ${AGAINST}, it is at ${displayed(pushed.kept, 4)}.`,
      `Of a change before the gap, ${displayed(free.gradient)} is left after it.`,
      `Over ${gap + 1} timesteps:`,
      ...factors.map(({ factor, product }) => `  a factor of ${factor} leaves ${displayed(product)}`),
      ...biases.map(
        ({ bias, keeps, product }) =>
          `  a bias of ${displayed(bias)} keeps ${displayed(keeps)} per timestep, ${displayed(product)} in all`,
      ),
    ].join('\n'),
    data: { gap, latch: free, pushed, factors, biases },
  };
}

/** Location of the first symbol in an LSTM and a GRU, for the examples of the main page and the networks at these settings. */
export async function memory(settings: LabSettings): Promise<Printed> {
  const cells = await Promise.all(
    memoryCells.map(async (cell) => {
      const inputs = await home.presets(`trained-${rememberFirst.id}-${cell}`);
      const shown = inputs && exampleMemory(inputs, rememberFirst);
      const here = labMemory(networksOf(cell, settings).after, rememberFirst, exampleOf(settings));
      return { cell, example: shown ?? null, here };
    }),
  );
  const data = (one: LabMemory | null) => one && { words: one.words, map: one.map };
  return {
    text: cells
      .flatMap(({ cell, example, here }) => [
        ...(example ? [`${cell}, the example of the main page: ${example.words} ${example.pairs}`] : []),
        `${cell}, gap ${settings.gap}, opening ${settings.opening}: ${here.words}`,
      ])
      .join('\n'),
    data: {
      settings,
      cells: cells.map(({ cell, example, here }) => ({ cell, example: data(example), here: data(here) })),
    },
  };
}
