/** A small edit of the source, and the tests that have to notice it. */
export interface Mutant {
  /** A file of src. */
  readonly file: string;
  /** The text that is replaced; it occurs once in the file. */
  readonly from: string;
  readonly to: string;
  /** Files or folders of tests. */
  readonly tests: readonly string[];
}

/** Edits that went unnoticed once, and others like them. Each is caught by a test that was written for it. */
export const namedMutants: readonly Mutant[] = [
  // bars of signed values based at the bottom
  {
    file: 'figure/paint.ts',
    from: 'gate ? top + height : top + height / 2',
    to: 'top + height',
    tests: ['figure/golden.test.ts', 'figure/picture.test.ts'],
  },
  // the count of a pool
  {
    file: 'figure/paint.ts',
    from: '((lane + 1) * values.length)',
    to: '(lane * values.length)',
    tests: ['figure/golden.test.ts', 'figure/picture.test.ts'],
  },
  // the unit of a pool that is furthest from zero
  {
    file: 'figure/paint.ts',
    from: 'Math.abs(values[k]) > Math.abs(values[best])',
    to: 'values[k] > values[best]',
    tests: ['figure/golden.test.ts', 'figure/picture.test.ts'],
  },
  // a joint at the edge of the picture
  { file: 'figure/wires.ts', from: 'straight || p.x === 0', to: 'straight', tests: ['figure/golden.test.ts'] },
  // nets cross only straight
  {
    file: 'figure/router.ts',
    from: 'into !== out || bits !== across',
    to: 'bits !== across',
    tests: ['figure/router.test.ts', 'figure/golden.test.ts'],
  },
  {
    file: 'figure/router.ts',
    from: 'into !== out || bits !== across',
    to: 'into !== out',
    tests: ['figure/router.test.ts', 'figure/golden.test.ts'],
  },
  // a wire is new where everything that it leads to is new
  {
    file: 'figure/change.ts',
    from: 'pairs.every(Boolean)',
    to: 'pairs.some(Boolean)',
    tests: ['figure/marks.test.ts', 'figure/golden.test.ts'],
  },

  // a minus before a sum
  {
    file: 'notation/formula.ts',
    from: "precedence === operator.precedence && side === 'right'",
    to: "precedence === operator.precedence && side === 'left'",
    tests: ['notation/equation.test.ts'],
  },
  {
    file: 'notation/formula.ts',
    from: "side === 'right' && operator.symbol === '−'",
    to: "side === 'right' && operator.symbol === '+'",
    tests: ['notation/equation.test.ts'],
  },
  // literals of one character in a sentence: between values and at the end
  {
    file: 'notation/sentence.ts',
    from: 'match.index > end',
    to: 'match.index > end + 1',
    tests: ['notation/sentence.test.ts'],
  },
  {
    file: 'notation/sentence.ts',
    from: 'end < template.length',
    to: 'end + 1 < template.length',
    tests: ['notation/sentence.test.ts'],
  },
  // the bounds of amounts in words
  ...[
    ['percent < 5)', 'percent <= 5)'],
    ['percent < 25', 'percent <= 25'],
    ['percent < 45', 'percent <= 45'],
    ['percent <= 55', 'percent < 55'],
    ['percent < 75', 'percent <= 75'],
    ['percent < 95', 'percent <= 95'],
  ].map(([from, to]) => ({ file: 'notation/number.ts', from, to, tests: ['notation/number.test.ts'] })),

  // the first of duplicate keys
  { file: 'io/query.ts', from: 'if (!entries.has(name)) ', to: '', tests: ['io/link.test.ts'] },
  // the label of a row of four columns
  { file: 'io/encode.ts', from: 'row.length > 3', to: 'row.length > 4', tests: ['io/numbers.test.ts'] },
  { file: 'io/encode.ts', from: 'row.slice(0, 3)', to: 'row.slice(0, 4)', tests: ['io/numbers.test.ts'] },

  // white space has names of its own
  { file: 'text/tokens.ts', from: "name: 'line break'", to: "name: 'space'", tests: ['text'] },
  { file: 'text/scales.ts', from: '(value - offset) / largest', to: 'value - offset', tests: ['text'] },

  // the page leaves a run whose weights it no longer shows
  {
    file: 'store/training/followPage.ts',
    from: '!showing.holds(run, inputs)) leave',
    to: 'showing.holds(run, inputs)) leave',
    tests: ['store/training'],
  },
  // curves are thinned from the beginning
  {
    file: 'store/training/run.ts',
    from: 'updates < points[0].updates',
    to: 'updates <= points[0].updates',
    tests: ['store/training/curve.test.ts'],
  },
  // the delay of throttled updates
  {
    file: 'store/throttled.ts',
    from: 'clock.now() - since >= INTERVAL',
    to: 'clock.now() - since >= 0',
    tests: ['store/throttled.test.ts'],
  },

  // brackets on negative factors
  {
    file: 'components/inspector/Arithmetic.tsx',
    from: 'asFactor(product.input.text)',
    to: 'product.input.text',
    tests: ['components/inspector'],
  },
  // a redundant write of the address
  {
    file: 'components/share/bindUrl.ts',
    from: 'if (link.ok && link.hash === written) return;',
    to: '',
    tests: ['components/share/bindUrl.test.ts'],
  },
];
