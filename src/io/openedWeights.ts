import { keysOfField } from './besideKeys.ts';
import { chosenCell } from './cellChoice.ts';
import type { Inputs, OutputHead } from './moment.ts';
import type { ReadValues } from './readValues.ts';
import {
  defaultInitialisation,
  type GivenWeights,
  givenWeights,
  seededWeights,
  type Weights,
  type WeightsHome,
} from './weights.ts';

/** The parameters and the head that the values describe over those of a preset, fitting or not. */
export function openedGiven(
  { has, value }: ReadValues,
  preset: Inputs | undefined,
): Pick<GivenWeights, 'values' | 'head'> {
  const given = preset?.weights.kind === 'given' ? preset.weights : { values: {}, head: null };
  return {
    values: has('weights') ? value('weights') : given.values,
    head: openedHead({ has, value }, given.head),
  };
}

/** The head that the values describe over that of a preset. */
function openedHead({ has, value }: Pick<ReadValues, 'has' | 'value'>, preset: OutputHead | null): OutputHead | null {
  if (!has('outputs') && !has('head') && (!has('asks') || !preset)) return preset;
  const { W, b } = has('head') ? value('head') : { ...preset };
  return {
    outputs: has('outputs') ? value('outputs') : (preset?.outputs ?? []),
    asks: has('asks') ? value('asks') : (preset?.asks ?? 'class'),
    W: W ?? new Float64Array(0),
    b: b ?? new Float64Array(0),
  };
}

/** The weights; those of the preset if nothing changes them. */
export function openedWeights(
  { has, value }: ReadValues,
  chosen: WeightsHome,
  { given, fitted }: Readonly<Record<'given' | 'fitted', Pick<GivenWeights, 'values' | 'head'>>>,
  preset: Weights | undefined,
  notices: string[],
): Weights {
  const whole = fitted.values === given.values && fitted.head === given.head;
  if (preset && whole && !keysOfField.weights.some(has)) return preset;
  const drawn = preset?.initialisation ?? defaultInitialisation;
  const initialisation = {
    seed: has('seed') ? value('seed') : drawn.seed,
    gain: has('gain') ? value('gain') : drawn.gain,
    forgetBias: has('forgetBias') ? value('forgetBias') : drawn.forgetBias,
  };
  const known = Object.keys(given.values).length > 0;
  if (has('trained') && !known)
    notices.push('“trained” says what weights were trained on, but the link gives no weights; it was left out.');
  if (Object.keys(fitted.values).length === 0 && !fitted.head) return seededWeights(initialisation);
  const own = preset?.kind === 'given' && !has('weights') ? preset : null;
  const learned = has('trained') ? value('trained') : (own?.learned ?? null);
  // with parameters of another cell among them, the head was learned there
  const names = new Set(chosenCell(chosen).parameters.map(({ name }) => name));
  const foreign = !own && Object.keys(fitted.values).some((name) => !names.has(name));
  return givenWeights(own?.home ?? chosen, {
    values: fitted.values,
    head: foreign ? null : fitted.head,
    origin: own?.origin ?? 'opened',
    learned: known && fitted.values === given.values ? learned : null,
    initialisation,
  });
}
