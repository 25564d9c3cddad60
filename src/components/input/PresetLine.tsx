import { learnedIn, presetIn } from '../../io/weights.ts';
import { presetOf } from '../../presets/handSet.ts';
import { trainedOf } from '../../presets/trained/catalogue.ts';
import { exampleOf } from '../../presets/trained/examples.ts';
import { useGatescope } from '../../store/context.tsx';
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

/** A line that names the present example. */
export function PresetLine() {
  const preset = useGatescope((state) => presetIn(state.inputs));
  return (
    <div className="row preset-line">
      <p>{preset === null ? <OwnLine /> : <Line preset={preset} />}</p>
      <WeightsBadge />
    </div>
  );
}

function OwnLine() {
  const cell = useGatescope((state) => state.inputs.cell);
  const trained = useGatescope((state) => learnedIn(state.inputs));
  const example = trained && exampleOf(trained.task);
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
