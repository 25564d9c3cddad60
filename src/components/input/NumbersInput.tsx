import { type DragEvent, type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { limitSentences } from '../../io/limits.ts';
import { readNumbers } from '../../io/numbers.ts';
import { type Reading, refused } from '../../io/reading.ts';
import type { Scaling, Sequence } from '../../io/sequence.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import { home } from '../../presets/index.ts';
import { useGatescope } from '../../store/context.tsx';
import { LARGE } from '../../store/reading/read.ts';
import { Button } from '../primitives/Button.tsx';
import { FileButton } from '../primitives/FileButton.tsx';
import { OpenOutcome } from '../share/OpenOutcome.tsx';
import { useOpenFile } from '../share/useOpenFile.ts';
import { ReadingAnswer } from './ReadingAnswer.tsx';
import { ScalingField } from './ScalingField.tsx';
import { tableText } from './tableText.ts';
import { useDraft } from './useDraft.ts';
import { useSetSequence } from './useSetSequence.ts';

/** Tables of up to this many numbers are shown in the field as text. */
const MOST = 2000;

interface Draft {
  readonly text: string;
  /** Answers to the questions about the text. */
  readonly choices: FileChoices;
  /** The result of the last attempt to take the text, or null while it is being changed. */
  readonly reading: Reading | null;
}

const drafted = (sequence: Sequence, old: Draft | null): Draft => {
  if (sequence.kind !== 'numbers') return old ?? { text: '', choices: {}, reading: null };
  const { columns, rows } = sequence;
  if (rows.length * columns.length > MOST) return { text: '', choices: {}, reading: null };
  return { text: tableText(sequence), choices: {}, reading: null };
};

/** Numbers pasted, typed or from a file, with their scaling. */
export function NumbersInput() {
  const id = useId();
  const sequence = useGatescope((state) => state.inputs.sequence);
  const setSequence = useSetSequence();
  const [{ text, choices, reading }, keep] = useDraft(drafted);
  const [scaling, setScaling] = useState<Scaling>('none');
  const { outcome, open, choose, dismiss } = useOpenFile(home);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const present = sequence.kind === 'numbers' ? sequence : null;

  const take = (given: FileChoices = choices): void => {
    dismiss();
    if (text.length > LARGE) {
      void open(new File([text], 'The table'));
      return;
    }
    const next = readNumbers(text, given);
    if (next.ok !== true) {
      keep({ text, choices: given, reading: next }, sequence);
      if (next.ok === false && next.where && text !== '') pointAt(field.current, next.where.row);
      return;
    }
    const numbers: Sequence =
      next.sequence.kind === 'numbers' ? { ...next.sequence, scaling: present?.scaling ?? scaling } : next.sequence;
    const refusal = setSequence(numbers);
    keep(
      { text, choices: given, reading: refusal === null ? next : refused(refusal) },
      refusal === null ? numbers : sequence,
    );
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    take();
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void open(file);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take();
  };
  return (
    <form
      className="stack numbers-input"
      data-over={over}
      onSubmit={onSubmit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label htmlFor={id}>One row per timestep, one column per input</label>
      <textarea
        className="code"
        ref={field}
        id={id}
        rows={6}
        wrap="off"
        spellCheck={false}
        placeholder={'price\tvolume\n1.5\t20\n1.7\t18'}
        value={text}
        aria-invalid={reading?.ok === false}
        aria-describedby={`${id}limits ${id}answer`}
        onChange={(event) => keep({ text: event.target.value, choices: {}, reading: null }, sequence)}
        onKeyDown={onKeyDown}
      />
      <p className="hint" id={`${id}limits`}>
        Paste or drop CSV, TSV or JSON, with or without a header. {limitSentences.numbers}
      </p>
      <div id={`${id}answer`}>
        {reading && <ReadingAnswer reading={reading} choices={choices} onChoose={take} />}
        {outcome && <OpenOutcome outcome={outcome} onChoose={choose} onCancel={dismiss} />}
      </div>
      <div className="row">
        <Button type="submit">Apply</Button>
        <FileButton
          accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
          onFile={(file) => void open(file)}
        />
      </div>
      <ScalingField
        scaling={present?.scaling ?? scaling}
        onChange={(next) => {
          setScaling(next);
          if (!present) return;
          const scaled = { ...present, scaling: next };
          if (setSequence(scaled) === null) keep({ text, choices, reading }, scaled);
        }}
      />
    </form>
  );
}

/** Puts the caret on a row of the text, counted from 1. */
function pointAt(field: HTMLTextAreaElement | null, row: number): void {
  const lines = field?.value.split('\n') ?? [];
  if (!field || row > lines.length) return;
  const start = lines.slice(0, row - 1).reduce((n, line) => n + line.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + lines[row - 1].length);
}
