import { learnedIn, presetIn } from '../../io/weights.ts';
import { isFirstLetter } from '../../presets/firstLetter.ts';
import { presetOf } from '../../presets/handSet.ts';
import { trainedOf } from '../../presets/trained/catalogue.ts';
import { exampleOf } from '../../presets/trained/examples.ts';
import { useGatescope } from '../../store/context.tsx';
import type { Inputs } from '../../store/state.ts';
import { badgeOf } from '../badge/badgeOf.ts';
import { WeightsBadge } from '../badge/WeightsBadge.tsx';
import './presetLine.css';
import { nameOf } from '../../cells/index.ts';

/** A cell in a sentence: an LSTM and a GRU have their names, “Peephole” is a peephole LSTM. */
function cellInWords(id: string): string {
  const name = nameOf(id);
  return /^[A-Z][a-z]/.test(name) ? `${name.toLowerCase()} LSTM` : name;
}

/** A letter that is read like a vowel takes “an”: an LSTM, a GRU. */
const withArticle = (words: string): string => `${/^([AEIOaeio]|[FHLMNRSX][A-Z])/.test(words) ? 'an' : 'a'} ${words}`;

/** The sentence on a network by hand that never loses the first letter: a reader must not take it for a trained one. */
const UNTRAINABLE = 'Training can neither find nor change such weights.';

/** A sentence on the present example, and on what it asks. */
export function ExampleLine() {
  const preset = useGatescope((state) => presetIn(state.inputs));
  const untrainable = useGatescope((state) => badgeOf(state.inputs, null).untrainable === true);
  return (
    <p>
      {preset === null ? <OwnLine /> : <Line preset={preset} />}
      {untrainable && `${preset === null ? '' : '.'} ${UNTRAINABLE}`}
    </p>
  );
}

/** A line that names the present example, and the state of its weights. */
export const PresetLine = () => (
  <div className="row preset-line">
    <ExampleLine />
    <WeightsBadge />
  </div>
);

const isWords = ({ sequence }: Inputs): boolean => sequence.kind === 'text' && sequence.unit === 'words';

function OwnLine() {
  const inputs = useGatescope((state) => state.inputs);
  const { cell } = inputs;
  const trained = learnedIn(inputs);
  const example = trained && exampleOf(trained.task);
  if (isFirstLetter(inputs))
    return `Your own text, read ${isWords(inputs) ? 'word by word' : 'letter by letter'} by ${withArticle(cellInWords(cell))} set by hand, not trained.`;
  if (!example) return 'Your own cell and sequence.';
  const words = withArticle(cellInWords(cell));
  return (
    <>
      {words[0].toUpperCase()}
      {words.slice(1)}, trained on <b>{example.title}</b> ({example.questions[0].task.level} {trained.level}).
    </>
  );
}

function Line({ preset }: { readonly preset: string }) {
  const found = trainedOf(preset);
  const example = found && exampleOf(found.task.id);
  if (!example) return <b>{presetOf(preset)?.title}</b>;
  return (
    <>
      <b>{example.title}</b>, learned by {withArticle(cellInWords(found.trained.cell))}. {example.sentence}
    </>
  );
}
