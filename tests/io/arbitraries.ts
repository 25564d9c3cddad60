import fc from 'fast-check';
import { cellOf } from '../../src/cell/cell.ts';
import { lengthOf, sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { encode, encodeBeside } from '../../src/io/encode.ts';
import { lockable, type Moment, parts, type Variation } from '../../src/io/moment.ts';
import type { Sequence } from '../../src/io/sequence.ts';
import { tokensOf } from '../../src/io/tokens.ts';
import { givenWeights, seededWeights } from '../../src/io/weights.ts';
import { presets } from '../../src/presets/handSet.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const value = fc.double({ min: -1e100, max: 1e100, noNaN: true });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((s) => !/\p{Surrogate}/u.test(s));

const text: fc.Arbitrary<Sequence> = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((s) => !s.includes('\r') && !/\p{Surrogate}/u.test(s))
  .map((s) => ({ kind: 'text', text: s, unit: 'characters', vocabulary: null }));
const fixed: fc.Arbitrary<Sequence> = fc
  .array(fc.constantFrom('a', ',', '\\', ';', '&', ' ', '%', '+', '=', '#'), { minLength: 1, maxLength: 20 })
  .map((tokens) => ({
    kind: 'text',
    text: tokens.join(''),
    unit: 'characters',
    vocabulary: ['#', 'a', ',', '\\', ';', '&', ' ', '%', '+', '='],
  }));
const numbers: fc.Arbitrary<Sequence> = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()).chain(([D, named]) =>
  fc
    .record(
      {
        kind: fc.constant('numbers' as const),
        columns: fc.uniqueArray(name, { minLength: D, maxLength: D }),
        rows: fc.array(fc.array(value, { minLength: D, maxLength: D }), { minLength: 1, maxLength: 12 }),
        scaling: fc.constantFrom('none' as const, 'standard' as const, 'range' as const),
      },
      { noNullPrototype: true },
    )
    .map((sequence) => ({ ...sequence, ...(named && { labels: sequence.rows.map((_, k) => `day, ${k}`) }) })),
);

/** The same tokens or rows from the last to the first. */
function turned(sequence: Sequence): Sequence {
  if (sequence.kind === 'numbers') return { ...sequence, rows: sequence.rows.toReversed() };
  return { ...sequence, text: tokensOf(sequence.text, sequence.unit).toReversed().join('') };
}

/** A run beside another that is all of a preset. */
export const presetVariation: fc.Arbitrary<Variation> = fc
  .constantFrom(...presets)
  .map(({ inputs: { cell, options, H, weights, initial, sequence } }) => ({
    cell,
    options,
    H,
    weights,
    initial,
    sequence,
  }));

/** A run beside another: a preset's cell reading its own sequence, or any variation. */
const variation: fc.Arbitrary<Variation> = fc.oneof(
  presetVariation,
  fc.record(
    {
      cell: fc.constantFrom(...registry.map(({ id }) => id)),
      options: fc.constantFrom({}, { peepF: false, form: 'original' }),
      H: fc.integer({ min: 1, max: 5 }),
      weights: fc.nat().map((seed) => seededWeights({ seed, gain: 2 })),
      initial: fc.constant({}),
      sequence: fc.oneof(text, fixed, numbers),
    },
    { requiredKeys: ['cell'], noNullPrototype: true },
  ),
);

/** Any moment that the page can be in. */
export const moments: fc.Arbitrary<Moment> = fc
  .record({
    beside: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(variation, { minLength: 1, maxLength: 2 })),
    declaration: fc.constantFrom(...registry),
    H: fc.integer({ min: 1, max: 5 }),
    sequence: fc.oneof(text, fixed, numbers),
    flip: fc.boolean(),
    // as many as a moment takes; a stream cannot be drawn again inside an array of actions
    pool: fc.array(finite, { minLength: 97, maxLength: 97 }),
    edit: fc.boolean(),
    outputs: fc.array(name, { maxLength: 3 }),
    asks: fc.constantFrom('class' as const, 'value' as const),
    other: fc.boolean(),
    seed: fc.nat(),
    gain: fc.double({ min: 0, max: 1000, noNaN: true }),
    forgetBias: fc.double({ min: -1000, max: 1000, noNaN: true }),
    t: fc.double({ min: 0, max: 1, noNaN: true }),
    done: fc.double({ min: 0, max: 1, noNaN: true }),
    hidden: fc.subarray([...parts]),
    trained: fc.record(
      { task: fc.stringMatching(/^[a-z][a-z-]{0,20}$/), level: fc.nat(10_000) },
      { noNullPrototype: true },
    ),
    view: fc.record(
      {
        shows: fc.constantFrom('values' as const, 'gradients' as const),
        output: fc.option(fc.nat(5)),
        outputAt: fc.option(fc.integer({ min: 1, max: 9 })),
        threshold: fc.double({ min: 0, max: 9, noNaN: true }),
        zoom: fc.constantFrom('vector' as const, 'lanes' as const, 'unit' as const),
        chain: fc.constantFrom('unfolded' as const, 'folded' as const),
        granularity: fc.constantFrom('timestep' as const, 'stage' as const, 'operation' as const),
        speed: fc.double({ min: 0.25, max: 4, noNaN: true }),
        theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const, 'projector' as const),
        motion: fc.constantFrom('auto' as const, 'off' as const),
        hotkeys: fc.boolean(),
        guess: fc.boolean(),
        locked: fc.subarray([...lockable]),
        autoplay: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
  })
  .map(
    ({
      beside,
      declaration,
      H,
      sequence,
      flip,
      pool,
      edit,
      outputs,
      asks,
      other,
      seed,
      gain,
      forgetBias,
      t,
      done,
      hidden,
      trained,
      view,
    }) => {
      const options = flip
        ? Object.fromEntries(
            Object.entries(declaration.options).map(([id, info]) => [
              id,
              info.kind === 'flag' ? !info.default : (Object.keys(info.choices).at(-1) as string),
            ]),
          )
        : {};
      const cell = cellOf(declaration, options);
      const input = encode(sequence);
      const sizes = sizesOf(input.D, H);
      let drawn = 0;
      const draw = (n: number): Float64Array => Float64Array.from({ length: n }, () => pool[drawn++ % pool.length]);
      const T = input.tokens.length;
      const second = other ? turned(sequence) : null;
      const initialisation = { seed, gain, forgetBias };
      const values = edit
        ? Object.fromEntries(cell.parameters.slice(0, 3).map((p) => [p.name, draw(lengthOf(p, sizes))]))
        : {};
      const head = outputs.length > 0 ? { outputs, asks, W: draw(outputs.length * H), b: draw(outputs.length) } : null;
      const learned = edit ? trained : null;
      return {
        inputs: {
          cell: declaration.id,
          options,
          H,
          weights:
            edit || outputs.length > 0
              ? givenWeights(
                  { cell: declaration.id, options, H },
                  { values, head, origin: 'opened', learned, initialisation },
                )
              : seededWeights(initialisation),
          initial: edit ? Object.fromEntries(cell.states.map((state) => [state.id, draw(H)])) : {},
          sequence,
          ...(second && encodeBeside(input, second) && { other: second }),
          ...(beside.length > 0 && { beside }),
        },
        cursor: { t: 1 + Math.round(t * (T - 1)), position: Math.round(done * cell.signals.length) },
        selection: { signal: edit ? `prev.${cell.states[0].id}` : null, unit: H - 1 },
        view: { ...view, hidden },
      };
    },
  );
