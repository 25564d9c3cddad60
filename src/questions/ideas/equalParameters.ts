import { chance, seedsSaid } from '../../laboratory/accuracyWords.ts';
import { meanOf, pointAt } from '../../laboratory/measured.ts';
import { gaps, shipped } from '../../laboratory/recipe.ts';
import { unitsFor } from '../../laboratory/sizes.ts';
import { percentage } from '../../notation/number.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import type { Draft, Draw, Idea } from '../question.ts';

const GATES_SUFFICE = 'A cell with gates remembers longer, whatever bias they start with.';
const UNITS_SUFFICE = 'With the same number of parameters a plain RNN has more units, and more units remember longer.';
const ALIKE = 'Only the number of parameters counts, and it is the same.';
const names: Readonly<Record<string, string>> = { rnn: 'the plain RNN', lstm: 'the LSTM', gru: 'the GRU' };
/** The reason why the plain RNN does so well here, for readers who know that it failed at a paragraph. */
const EASIER =
  'The task is easier for the plain RNN than the paragraph in chapter 4 of the story, which also asks for the last word of every sentence on the way: here nothing is asked before the end.';

/** Accuracies closer than this are too close to ask about. */
const CLEAR = 0.2;

/** A question about the laboratory's measurement of two cells whose gates start with the same bias. */
function compared(draw: Draw, opening: number, better: string, worse: string, because: string): Draft | null {
  const gap = draw.of(gaps.filter((one) => one >= 20));
  const [good, bad] = [better, worse].map((cell) => pointAt(cell, opening, gap)?.accuracy);
  if (!good || !bad || meanOf(good) - meanOf(bad) < CLEAR) return null;
  const gated = worse === 'rnn' ? better : worse;
  return {
    ask: `The plain RNN and ${names[gated]} read one of four symbols, then noise for ${gap} timesteps, and have to name the symbol at the end. Each has about ${shipped.parameters} parameters, its weights and biases, and is trained with ${shipped.updates} updates. The gates that keep the memory start with a bias of ${opening}${opening > 0 ? ', almost fully open' : ', half open'}. Which cell is right more often?`,
    facts: { gap, opening, better: meanOf(good), worse: meanOf(bad) },
    right: names[better],
    wrong: [
      [names[worse], worse === 'rnn' ? UNITS_SUFFICE : GATES_SUFFICE],
      ['neither', ALIKE],
    ],
    because: `${because} ${EASIER} In the laboratory, the mean of ${shipped.seeds} runs: ${names[better]} was right ${seedsSaid(good, ' of the time')}, ${names[worse]} ${seedsSaid(bad)}; guessing is right ${percentage(chance)} of the time.`,
    scenes: [],
    focus: null,
  };
}

/** Idea: the advantage of gates is not a matter of size. */
export const equalParameters: Idea = {
  id: 'equal-parameters',
  topic: 'Gates and parameters',
  forms: [
    (draw) =>
      compared(
        draw,
        0,
        'rnn',
        draw.of(['lstm', 'gru']),
        'With a bias of 0 the gates at first let half through at each timestep, and the memory is halved each time.',
      ),
    (draw) =>
      compared(
        draw,
        4,
        draw.of(['lstm', 'gru']),
        'rnn',
        'With a bias of 4 the gates at first keep almost everything, so the gradient, which tells training what to change, gets through.',
      ),
    (draw) => {
      const gated = draw.of(['lstm', 'gru']);
      const parameters = 50 * draw.whole(4, 40);
      const units = ['rnn', gated].map((cell) => unitsFor(cell, parameters, rememberFirst));
      if (units[0] <= units[1]) return null;
      return {
        ask: `A plain RNN and ${names[gated].replace('the', gated === 'lstm' ? 'an' : 'a')} each have about ${parameters} parameters. Which has more units?`,
        facts: { parameters, rnn: units[0], gated: units[1] },
        right: names.rnn,
        wrong: [
          [names[gated], 'Every gate brings units of its own.'],
          ['neither', 'The same number of parameters means the same number of units.'],
        ],
        because: `Each gate is a layer with weights of its own, so the same number of parameters buys fewer units: ${units[1]} against the plain RNN’s ${units[0]}.`,
        scenes: [],
        focus: null,
      };
    },
  ],
};
