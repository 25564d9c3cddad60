import { encode, sameFeatures } from '../io/encode.ts';
import type { Inputs } from '../io/moment.ts';
import type { TokenUnit } from '../io/sequence.ts';
import { type ReadText, readText, type Text } from '../io/tokens.ts';
import { headIn } from '../io/weights.ts';
import { firstLetterInputs, firstLetterText } from './firstLetter.ts';

/** A text over a vocabulary or, where the vocabulary lacks one of its tokens, over its own tokens. */
export function readTextOver(vocabulary: readonly string[] | null, text: string, unit: TokenUnit): ReadText {
  const known = readText(text, unit, vocabulary);
  return known.ok || vocabulary === null ? known : readText(text, unit);
}

/** True if the network of these inputs has learned other tokens than those of the text, so that it cannot read it. */
export const isForeign = (inputs: Inputs, text: Text): boolean =>
  headIn(inputs) !== null && !sameFeatures(encode(text).features, encode(inputs.sequence).features);

/** The same cell set by hand to name the first token of a foreign text; null for a cell without such weights. */
export const readByHand = ({ cell }: Inputs, text: Text): Inputs | null =>
  firstLetterInputs(cell, firstLetterText(text));
