import type { Inputs } from '../io/moment.ts';
import { firstLetterCells, firstLetterExample } from './firstLetter.ts';
import { FIRST_LETTER } from './ids.ts';
import type { Look, Preset } from './preset.ts';

const named: Look = {
  text: 'Every answer names the first letter, each with a probability above 99.99 %. This works for any text: type your own.',
  claims: ['names-first'],
};
const written: Look = {
  text: 'At timestep 1 units 1 to 5 write the code of the letter, +1 or −1 each, and unit 6 writes 1: full.',
  claims: ['writes-code', 'full'],
};
const kept: Look = {
  text: 'The forget gates stay open: no cell state moves by a single bit any more, and the gradient passes through intact.',
  claims: ['keeps', 'gradient-passes'],
};

const looks: Readonly<Record<string, readonly Look[]>> = {
  rnn: [
    named,
    {
      text: 'It has no gate. Each unit holds one bit of the code and pulls itself to +1 or −1 with a weight of 40; what it reads has a weight of 1 and cannot flip it.',
      claims: ['holds-bits'],
    },
    {
      text: 'The price: from timestep 2 on the slope of every tanh is exactly 0. No gradient comes back, so training can neither find such weights nor change them.',
      claims: ['no-gradient'],
    },
  ],
  lstm: [
    named,
    written,
    { text: 'From timestep 2 on the hidden state of unit 6 keeps every input gate shut.', claims: ['opens-once'] },
    kept,
  ],
  peephole: [
    named,
    written,
    {
      text: 'From timestep 2 on every input gate is shut: that of unit 6 by its own peephole, the others by the hidden state of unit 6.',
      claims: ['opens-once', 'own-peephole'],
    },
    kept,
  ],
  coupled: [
    named,
    written,
    {
      text: 'One gate does both: at timestep 1 it forgets and writes, from timestep 2 on it keeps everything and writes nothing.',
      claims: ['forgets-once'],
    },
    { text: 'From then on no cell state moves by a single bit.', claims: ['keeps'] },
  ],
  gru: [
    named,
    written,
    {
      text: 'The update gates are open at timestep 1 and shut from timestep 2 on: the old state stays, bit for bit.',
      claims: ['updates-once', 'keeps'],
    },
  ],
};

/** The cells set by hand that name the first letter, on one sentence. */
export const firstLetterPresets: readonly Preset[] = firstLetterCells.map((cell) => {
  const id = `${FIRST_LETTER}${cell}`;
  return { id, title: 'Name the first letter', look: looks[cell], inputs: firstLetterExample(id) as Inputs };
});
