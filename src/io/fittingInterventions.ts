import * as v from 'valibot';
import { sizesOf } from '../cell/sizes.ts';
import { checkInterventions } from '../engine/intervention/intervention.ts';
import { compile } from '../engine/program.ts';
import { refusalOf } from '../text/refusal.ts';
import { chosenCell } from './cellChoice.ts';
import { interventions } from './interventions.ts';
import type { Inputs, Pin } from './moment.ts';
import type { EncodedSequence } from './sequence.ts';

/** Interventions of a link that fit this cell, its sizes and the sequence. */
export function fittingInterventions(
  { cell, options, H }: Pick<Inputs, 'cell' | 'options' | 'H'>,
  { D, tokens }: EncodedSequence,
  text: string,
  notices: string[],
): readonly Pin[] {
  const read = v.safeParse(interventions, text);
  if (!read.success) {
    notices.push(`“interventions” ${faultOf(read.issues)}; it was left out.`);
    return [];
  }
  const run = { program: compile(chosenCell({ cell, options }), sizesOf(D, H)), length: tokens.length };
  return read.output.filter((one) => {
    const misfit = refusalOf(() => checkInterventions(run, [one]));
    if (misfit !== null) notices.push(`“interventions”: ${misfit}; it was left out.`);
    return misfit === null;
  });
}

/** A check of our own says what is wrong in words that end the sentence; anything else is only wrong. */
function faultOf([issue]: readonly v.BaseIssue<unknown>[]): string {
  return /^(is|has|holds|names) /.test(issue?.message ?? '') ? (issue?.message as string) : 'cannot be read';
}
