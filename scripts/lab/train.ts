import { mkdirSync, writeFileSync } from 'node:fs';
import { keepingBiases } from '../../src/analysis/keepingBiases.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import type { SingleKernels } from '../../src/engine/single/machine.ts';
import { accuracyOf, finish, startedRun } from '../../src/laboratory/experiment.ts';
import { meanOf } from '../../src/laboratory/measured.ts';
import type { LabNetwork } from '../../src/laboratory/networks.ts';
import { gaps, labCells, openings, shipped } from '../../src/laboratory/recipe.ts';
import { weightsText } from '../../src/laboratory/weightsText.ts';
import { programsOf } from '../../src/training/network.ts';
import type { Trainer } from '../../src/training/trainer.ts';

const FOLDER = new URL('../../src/laboratory/data/', import.meta.url);
const write = (file: string, lines: readonly string[]): void =>
  writeFileSync(new URL(file, FOLDER), `${lines.join('\n')}\n`);

function networkOf(trainer: Trainer): LabNetwork {
  const { layers, head } = trainer.network();
  const [program] = programsOf(trainer.architecture);
  return { program, parameters: layers[0], head };
}

/** Every run of a point at one learning rate. */
function runsOf(
  cell: string,
  opening: number,
  gap: number,
  rate: number,
  kernels: SingleKernels,
): { accuracy: number[]; first: LabNetwork } {
  const { seeds, updates } = shipped;
  const trainers = Array.from({ length: seeds }, (_, k) => {
    const trainer = startedRun(cell, { ...shipped, opening, gap, rate }, k + 1, kernels);
    finish(trainer, updates);
    return trainer;
  });
  return { accuracy: trainers.map(accuracyOf), first: networkOf(trainers[0]) };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`.padStart(6);

/** Trains the networks of the laboratory and writes src/laboratory/data/, with the same numbers on every machine. */
export async function trainLab(): Promise<void> {
  const kernels = await loadSingleKernels();
  const points: object[] = [];
  mkdirSync(FOLDER, { recursive: true });
  console.log(
    `${kernels.kind} kernels, ${shipped.seeds} seeds, ${shipped.updates} updates, rates ${shipped.rates.join(', ')}`,
  );
  for (const gap of gaps) {
    const weights: string[] = [];
    for (const cell of labCells) {
      const program = startedRun(cell, { ...shipped, opening: 0, gap, rate: 1 }, 1, kernels).architecture;
      const gated = Object.keys(keepingBiases(programsOf(program)[0].cell)).length > 0;
      for (const opening of gated ? openings : [0]) {
        const [best] = shipped.rates
          .map((rate) => ({ rate, ...runsOf(cell, opening, gap, rate, kernels) }))
          .sort((a, b) => meanOf(b.accuracy) - meanOf(a.accuracy));
        points.push({ cell, opening, gap, rate: best.rate, accuracy: best.accuracy });
        weights.push(`${JSON.stringify(`${cell} ${opening}`)}: ${JSON.stringify(weightsText(best.first))}`);
        console.log(
          `gap ${String(gap).padStart(3)}  ${cell.padEnd(9)} opening ${opening}  ${best.accuracy.map(percent).join('')}  at ${best.rate}`,
        );
      }
    }
    write(`gap-${gap}.json`, ['{', weights.join(',\n'), '}']);
    write('accuracy.json', ['[', points.map((point) => JSON.stringify(point)).join(',\n'), ']']);
  }
}
