import { type FormEvent, useId, useState } from 'react';
import type { EncodedSequence, Sequence } from '../../io/sequence.ts';
import { readText } from '../../io/tokens.ts';
import { reading, rows } from '../../io/urlReaders.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';

/** The same cell with the same weights reading something else, which is typed here. */
export function OtherSequence({ onPut }: { readonly onPut: (sequence: Sequence) => void }) {
  const id = useId();
  const sequence = useGatescope((state) => state.inputs.sequence);
  const { encoded } = useDerived();
  const [text, setText] = useState(() => written(sequence));
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = otherSequence(text, sequence, encoded);
    if (typeof read === 'string') setFault(read);
    else onPut(read);
  };
  return (
    <section aria-label="Another sequence">
      <h3>Another sequence</h3>
      <form onSubmit={submit}>
        <label htmlFor={id} className="hint">
          {sequence.kind === 'text'
            ? 'The same cell reads this text, split into the same tokens:'
            : 'The same cell reads these numbers, with semicolons between timesteps:'}
        </label>
        <div className="row">
          <input
            id={id}
            value={text}
            spellCheck={false}
            aria-invalid={fault !== null}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button type="submit">Compare</Button>
        </div>
        {fault !== null && <Fault>{fault}</Fault>}
      </form>
    </section>
  );
}

const written = (sequence: Sequence): string =>
  sequence.kind === 'text' ? sequence.text : sequence.rows.map((row) => row.join(',')).join('; ');

/** Reads typed text as a sequence for the same weights, or returns a sentence on why it cannot be read. */
function otherSequence(typed: string, sequence: Sequence, { features, D }: EncodedSequence): Sequence | string {
  if (sequence.kind === 'text') {
    const read = readText(typed, sequence.unit, sequence.vocabulary ?? features);
    return read.ok ? read.sequence : read.message;
  }
  const read = reading(rows, typed.replaceAll(/\s/g, ''));
  if (!('value' in read) || read.value[0].length !== D)
    return `Each timestep needs ${D} ${D === 1 ? 'number' : 'numbers with commas between them'}, as in ${Array.from({ length: D }, () => '0.5').join(',')}; timesteps are separated by semicolons.`;
  const { labels: _, ...kept } = sequence;
  return { ...kept, rows: read.value };
}
