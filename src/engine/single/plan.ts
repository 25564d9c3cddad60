import { type Address, Assembler, type Section } from './assembler.ts';
import { type BackwardCode, emitBackward } from './backwardCode.ts';
import { CONSTANT } from './codes.ts';
import { emitInput, emitSteps } from './forwardCode.ts';
import { type HeadPlan, headPlan } from './headPlan.ts';
import { type LayerPlan, layerPlan } from './layerPlan.ts';
import { shifted } from './memoryLayout.ts';
import type { SingleShape } from './single.ts';

/** One layer and its instructions. */
export interface PlannedLayer extends LayerPlan {
  /** For all timesteps, before the first. */
  readonly input: LayerPlan['input'];
  readonly forwardInput: Section;
  readonly forwardSteps: Section;
  /** None where there is no room for derivatives. */
  readonly backward: BackwardCode | null;
}

/** A network laid out in one memory, with the instructions that run it. */
export interface Plan {
  /** The size of the memory in float32 numbers. */
  readonly size: number;
  readonly code: Int32Array;
  readonly layers: readonly PlannedLayer[];
  readonly head: HeadPlan | null;
  /** Run once: the declared initial states, and the number 1 that biases are multiplied by. */
  readonly origin: Section;
  /** Sets all gradients to 0. */
  readonly clearSums: Section;
  /** Run before `backward` where there is no head: nothing comes from above. */
  readonly nothingAbove: Section;
}

/** Vectors may be read past the end of what is meant, by less than four units. */
const RUN_OVER = 16;

/** Lays out a network. Throws a sentence where its layers do not fit on each other. */
export function planOf({ programs, outputs, batch, timesteps, forwardOnly = false }: SingleShape): Plan {
  if (programs.length === 0) throw new RangeError('A network needs at least one layer');
  for (const [name, value] of Object.entries({ batch, timesteps }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(
        `The number of ${name === 'batch' ? 'sequences' : 'timesteps'} is ${value}; it must be a whole number from 1`,
      );
  const assembler = new Assembler(batch, !forwardOnly);
  const ones: Address = { at: assembler.reserve(batch), stride: 0 };
  const placed: { plan: LayerPlan; below: Address | null; forwardInput: Section; forwardSteps: Section }[] = [];
  for (const [depth, program] of programs.entries()) {
    const under = placed[depth - 1]?.plan;
    const plan = layerPlan(program, timesteps, !under, assembler);
    if (under && under.output.size !== program.sizes.D)
      throw new RangeError(`Layer ${depth + 1} takes ${program.sizes.D} inputs, but receives ${under.output.size}`);
    placed.push({
      plan,
      below: under ? shifted(under.output, under.layout.shift) : null,
      forwardInput: assembler.section(() => emitInput(plan, under?.output ?? null, assembler)),
      forwardSteps: assembler.section(() => emitSteps(plan, assembler)),
    });
  }
  const { output, layout } = placed[placed.length - 1].plan;
  const above = shifted(output, layout.shift);
  const constant = (n: number, out: Address, value: number): void =>
    assembler.pointwise(CONSTANT, { n, out, constants: [value] });
  return {
    layers: placed.map(({ plan, below, forwardInput, forwardSteps }) => ({
      ...plan,
      forwardInput,
      forwardSteps,
      backward: forwardOnly ? null : emitBackward(plan, below, ones.at, assembler),
    })),
    head: outputs > 0 ? headPlan(outputs, timesteps, output, above, ones, assembler) : null,
    origin: assembler.section(() => {
      constant(Math.ceil(batch / 4) * 4, ones, 1);
      for (const { plan } of placed)
        for (const { id, initial } of plan.layout.program.cell.states) {
          const vector = plan.layout.vectors.get(id);
          if (vector) constant(vector.units * batch, vector, initial);
        }
    }),
    clearSums: assembler.section(() => assembler.clearSums()),
    nothingAbove: assembler.section(() => constant(output.units * batch, above, 0)),
    size: assembler.size + RUN_OVER * batch + RUN_OVER,
    code: assembler.code(),
  };
}
