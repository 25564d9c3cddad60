import { registry } from '../cells/index.ts';
import { MAX_UNITS } from './limits.ts';
import { lockable, parts } from './moment.ts';
import type { KeyName } from './urlTable.ts';

const stageIds = [...new Set(registry.flatMap(({ stages }) => stages.map(({ id }) => id)))];

/** A key of a link in words, with an example: for documents, so that no page carries them. */
export const urlMeanings: Readonly<Record<KeyName, { readonly meaning: string; readonly example: string }>> = {
  cell: {
    meaning: `the cell: ${registry.map((d) => d.id).join(', ')}`,
    example: 'cell=gru',
  },
  options: {
    meaning: 'options by name: on, off or one of their choices; those of other cells wait for a switch to such a cell',
    example: 'options=peepF:off,form:original',
  },
  units: {
    meaning: `the number of hidden units H, 1 to ${MAX_UNITS}`,
    example: 'units=8',
  },
  seed: {
    meaning: 'the seed of the parameters, a whole number',
    example: 'seed=42',
  },
  gain: {
    meaning: 'seeded weights lie within ±gain/√H',
    example: 'gain=3',
  },
  forgetBias: {
    meaning: 'the bias with which a seeded forget gate starts',
    example: 'forgetBias=0',
  },
  text: {
    meaning: 'the text that the cell reads; not together with rows',
    example: 'text=hello+world',
  },
  tokens: {
    meaning: 'the unit of text that makes one token: characters or words',
    example: 'tokens=words',
  },
  vocabulary: {
    meaning:
      'tokens in one-hot order, separated by commas (a comma itself as \\,); without it, the distinct tokens of the text',
    example: 'vocabulary=a,b',
  },
  columns: {
    meaning: 'the names of the columns of rows',
    example: 'columns=value,flag',
  },
  rows: {
    meaning: 'numbers instead of a text: one row per timestep, separated by semicolons, before scaling',
    example: 'rows=0.5,1;0.25,0',
  },
  labels: {
    meaning: 'dates or words that name the timesteps of rows, one per row',
    example: 'labels=1949-01,1949-02',
  },
  scaling: {
    meaning: 'the scale of each column of rows: none, standard (mean 0, standard deviation 1) or range (0 to 1)',
    example: 'scaling=range',
  },
  weights: {
    meaning: 'parameters that do not come from the seed, by name, row by row',
    example: 'weights=b_f:1,1,1,1',
  },
  trained: {
    meaning: 'the task that the weights were trained on, and its level',
    example: 'trained=remember-first:20',
  },
  initial: {
    meaning: 'initial states, by name',
    example: 'initial=C:1,0,0,0',
  },
  outputs: {
    meaning: 'the names of the outputs computed from the hidden state at every timestep; their weights are in head',
    example: 'outputs=yes,no',
  },
  asks: {
    meaning: 'the kind of outputs: class, each with a probability, or value',
    example: 'asks=value',
  },
  head: {
    meaning: 'W and b of the outputs y = W h + b, with one row of W per output',
    example: 'head=W:1,0,0,-1;b:0',
  },
  t: {
    meaning: 'the timestep shown, from 1',
    example: 't=5',
  },
  done: {
    meaning: 'the number of signals of this timestep that are computed; without it, all',
    example: 'done=3',
  },
  signal: {
    meaning: 'the signal asked about: x, a signal, or prev. and a state',
    example: 'signal=prev.C',
  },
  unit: {
    meaning: 'the unit asked about, from 0',
    example: 'unit=2',
  },
  interventions: {
    meaning: 'changes of the run, see below',
    example: 'interventions=f=1@1..;prev.h/o=cut@1',
  },
  other: {
    meaning:
      'the sequence that another run of the same cell and weights reads, as long as the first; written as text or rows, as the first is',
    example: 'other=cba',
  },
  beside: {
    meaning: 'runs beside the first, each as the keys in which it differs, see below',
    example: 'beside=preset=trained-anbn-coupled',
  },
  shows: {
    meaning: 'the meaning of numbers and colours: values, or gradients of one output with respect to them',
    example: 'shows=gradients',
  },
  output: {
    meaning: 'the output asked about, from 0 (without outputs, a unit of h); without it, the likeliest, or unit 0',
    example: 'output=1',
  },
  outputAt: {
    meaning: 'the timestep of the output whose gradients are shown; without it, the last',
    example: 'outputAt=5',
  },
  threshold: {
    meaning: 'the difference of a value above which runs are said to part',
    example: 'threshold=0.1',
  },
  zoom: {
    meaning: 'the drawing of wires: vector, lanes or unit',
    example: 'zoom=vector',
  },
  chain: {
    meaning: 'the cell between its neighbours (unfolded) or with a loop (folded)',
    example: 'chain=folded',
  },
  step: {
    meaning: 'the length of one step: timestep, stage or operation',
    example: 'step=operation',
  },
  speed: {
    meaning: 'the speed of playing, 0.25 to 4',
    example: 'speed=2',
  },
  theme: {
    meaning: 'the colours: auto, light, dark or projector',
    example: 'theme=dark',
  },
  hide: {
    meaning: `the parts left out: ${parts.join(', ')}`,
    example: 'hide=input,parameters',
  },
  stage: {
    meaning: `in place of done: the stage of the cell up to whose end the timestep is computed: ${stageIds.join(', ')}`,
    example: 'stage=forget',
  },
  motion: {
    meaning: 'the motion of values along wires: auto (unless the reader asked for less motion) or off',
    example: 'motion=off',
  },
  hotkeys: {
    meaning: 'the keys that step and play: on, or off for a page that uses the same keys',
    example: 'hotkeys=off',
  },
  guess: {
    meaning:
      'on: the reader guesses a value of every stage before it is computed, and the part `stages`, which asks, is always shown; `t=3&done=0` begins with the first stage of timestep 3',
    example: 'guess=on',
  },
  lock: {
    meaning: `the settings that the reader cannot change: ${lockable.join(', ')}`,
    example: 'lock=step,speed',
  },
  autoplay: {
    meaning:
      'on: a diagram in another page plays by itself once it comes into sight, unless the reader asked for less motion',
    example: 'autoplay=on',
  },
};

/** The meaning of a key as a sentence for a place outside the document. */
export function meaningSentence(name: KeyName): string {
  const { meaning } = urlMeanings[name];
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1).replace(', see below', ' (docs/url.md)')}.`;
}
