import type { Idea } from '../question.ts';
import { cellStateGrows } from './cellStateGrows.ts';
import { equalParameters } from './equalParameters.ts';
import { forgetGate } from './forgetGate.ts';
import { gatesAreShares } from './gatesAreShares.ts';
import { gradientPaths } from './gradientPaths.ts';
import { layersHaveWeights } from './layersHaveWeights.ts';
import { outputGateHides } from './outputGateHides.ts';
import { sharedWeights } from './sharedWeights.ts';
import { unitsAndTimesteps } from './unitsAndTimesteps.ts';
import { updateGate } from './updateGate.ts';
import { vanishingGradient } from './vanishingGradient.ts';
import { wiresAreVectors } from './wiresAreVectors.ts';

/** The ideas that questions are made about, from the first gate to the gradient. */
export const ideas: readonly Idea[] = [
  forgetGate,
  gatesAreShares,
  outputGateHides,
  cellStateGrows,
  sharedWeights,
  unitsAndTimesteps,
  wiresAreVectors,
  layersHaveWeights,
  updateGate,
  gradientPaths,
  vanishingGradient,
  equalParameters,
];
