/** A small edit of the source with the tests that must notice it. */
export interface Mutant {
  /** A file of src. */
  readonly file: string;
  /** The text to replace; it occurs once in the file. */
  readonly from: string;
  readonly to: string;
  /** Files or folders of tests. */
  readonly tests: readonly string[];
}

type Edit = readonly [from: string, to: string];

/** Edits of one file that the same tests must notice. */
const editsOf = (file: string, tests: readonly string[], ...edits: readonly Edit[]): readonly Mutant[] =>
  edits.map(([from, to]) => ({ file, from, to, tests }));

/** Edits that once went unnoticed, and similar ones. Each is caught by a test written for it. */
export const namedMutants: readonly Mutant[] = [
  ...editsOf(
    'figure/paint.ts',
    ['figure/golden.test.ts', 'figure/picture.test.ts'],
    // bars of signed values based at the bottom
    ['gate ? top + height : top + height / 2', 'top + height'],
    // the count of a pool
    ['((lane + 1) * values.length)', '(lane * values.length)'],
    // the unit of a pool that is furthest from zero
    ['Math.abs(values[k]) > Math.abs(values[best])', 'values[k] > values[best]'],
  ),
  // a joint at the edge of the picture
  ...editsOf('figure/wires.ts', ['figure/golden.test.ts'], ['straight || p.x === 0', 'straight']),
  // nets cross only straight
  ...editsOf(
    'figure/router.ts',
    ['figure/router.test.ts', 'figure/golden.test.ts'],
    ['into !== out || bits !== across', 'bits !== across'],
    ['into !== out || bits !== across', 'into !== out'],
  ),
  // a wire is new where everything that it leads to is new
  ...editsOf(
    'figure/change.ts',
    ['figure/marks.test.ts', 'figure/golden.test.ts'],
    ['pairs.every(Boolean)', 'pairs.some(Boolean)'],
  ),

  // a minus before a sum
  ...editsOf(
    'notation/formula.ts',
    ['notation/equation.test.ts'],
    ["precedence === operator.precedence && side === 'right'", "precedence === operator.precedence && side === 'left'"],
    ["side === 'right' && operator.symbol === '−'", "side === 'right' && operator.symbol === '+'"],
  ),
  // literals of one character in a sentence: between values and at the end
  ...editsOf(
    'notation/sentence.ts',
    ['notation/sentence.test.ts'],
    ['match.index > end', 'match.index > end + 1'],
    ['end < template.length', 'end + 1 < template.length'],
  ),
  // the bounds of amounts in words
  ...editsOf(
    'notation/number.ts',
    ['notation/number.test.ts'],
    ['percent < 5)', 'percent <= 5)'],
    ['percent < 25', 'percent <= 25'],
    ['percent < 45', 'percent <= 45'],
    ['percent <= 55', 'percent < 55'],
    ['percent < 75', 'percent <= 75'],
    ['percent < 95', 'percent <= 95'],
  ),

  // the first of duplicate keys
  ...editsOf('io/query.ts', ['io/link.test.ts'], ['if (!entries.has(name)) ', '']),
  // the label of a row of four columns
  ...editsOf(
    'io/encode.ts',
    ['io/numbers.test.ts'],
    ['row.length > 3', 'row.length > 4'],
    ['row.slice(0, 3)', 'row.slice(0, 4)'],
  ),

  // white space has names of its own
  ...editsOf('text/tokens.ts', ['text'], ["name: 'line break'", "name: 'space'"]),
  ...editsOf('text/scales.ts', ['text'], ['(value - offset) / largest', 'value - offset']),

  // the page leaves a run whose weights it no longer shows
  ...editsOf(
    'store/training/followPage.ts',
    ['store/training'],
    ['else if (!showing.holds(run, inputs))', 'else if (showing.holds(run, inputs))'],
  ),
  // curves are thinned from the beginning
  ...editsOf(
    'store/training/run.ts',
    ['store/training/curve.test.ts'],
    ['updates < points[0].updates', 'updates <= points[0].updates'],
  ),
  // the delay of throttled updates
  ...editsOf(
    'store/throttled.ts',
    ['store/throttled.test.ts'],
    ['clock.now() - since >= INTERVAL', 'clock.now() - since >= 0'],
  ),

  // brackets on negative factors
  ...editsOf(
    'components/inspector/Arithmetic.tsx',
    ['components/inspector'],
    ['asFactor(product.input.text)', 'product.input.text'],
  ),
  // a redundant write of the address
  ...editsOf(
    'components/share/bindUrl.ts',
    ['components/share/bindUrl.test.ts'],
    ['if (link.ok && link.hash === written) return;', ''],
  ),
];
