import { useEffect, useRef, useState } from 'react';
import { textOf } from '../../io/bytes.ts';
import { limitSentences, MAX_FILE_BYTES } from '../../io/limits.ts';
import { openedContent } from '../../io/openFile.ts';
import type { Home } from '../../io/opening.ts';
import type { ParametersChange } from '../../io/parametersFile.ts';
import type { Reading } from '../../io/reading.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import type { TableOutline } from '../../io/table/outline.ts';
import type { TableQuestion } from '../../io/table/question.ts';
import { useInstance } from '../../store/context.tsx';
import { LARGE, readFile } from '../../store/reading/read.ts';
import type { Inputs } from '../../store/state.ts';
import { faultOf } from '../faultOf.ts';
import { isLesson, openLesson } from './openLesson.ts';

/** A table of a file, to choose other columns of. */
export interface OpenedTable {
  readonly outline: TableOutline;
  readonly choices: FileChoices;
}

/** The result of opening a file: sentences, or a question with its answers; and the table in it. */
export type Outcome = {
  readonly name: string;
  readonly table: OpenedTable | null;
} /** `share` of it is read, from 0 to 1; null before that is known. */ & (
  | { readonly kind: 'reading'; readonly share: number | null }
  | { readonly kind: 'opened'; readonly notices: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'question'; readonly reading: TableQuestion }
);

/** The inputs with the weights of a file; what it leaves out is drawn as before. */
function withChange(inputs: Inputs, { weights, ...change }: ParametersChange): Inputs {
  return { ...inputs, ...change, weights: { ...weights, initialisation: inputs.weights.initialisation } };
}

/** Opens files into the instance around it; what cannot be opened changes nothing, and a sentence says why. */
export function useOpenFile(home: Home): {
  readonly outcome: Outcome | null;
  readonly open: (file: File) => Promise<void>;
  /** Reads the file opened last again, with these choices. */
  readonly choose: (choices: FileChoices) => void;
  /** Stops reading, and clears the sentence on the last file. */
  readonly dismiss: () => void;
} {
  const { actions, derived, getState } = useInstance();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const opened = useRef<{ readonly name: string; readonly data: Uint8Array }>(null);
  const reading = useRef<AbortController>(null);
  useEffect(() => () => reading.current?.abort(), []);

  /** Sentences of what was opened. Throws a refusal where the page cannot show it. */
  const take = (name: string, table: OpenedTable | null, read: Reading): Outcome => {
    if (read.ok === false) return { kind: 'refused', name, table, message: read.message };
    if (read.ok === 'question') return { kind: 'question', name, table, reading: read };
    actions.setSequence(read.sequence);
    // other columns of an open table keep the timestep
    if (outcome?.kind !== 'opened' || outcome.name !== name) actions.goTo(1);
    return { kind: 'opened', name, table, notices: read.notes };
  };
  const use = async (name: string, data: Uint8Array, choices: FileChoices, signal: AbortSignal): Promise<Outcome> => {
    const onProgress = (share: number): void => setOutcome({ kind: 'reading', name, table: null, share });
    const content = await readFile(data, derived().encoded.features, choices, { signal, onProgress });
    const file = await openedContent(content, home);
    const table = null;
    switch (file.kind) {
      case 'moment':
        actions.open(file.moment);
        return { kind: 'opened', name, table, notices: file.notices };
      case 'inputs':
        actions.replaceInputs(withChange(getState().inputs, file.change));
        return { kind: 'opened', name, table, notices: file.notices };
      case 'model': {
        const { openedModel } = await import('../../store/training/modelInputs.ts');
        const { inputs, notices } = openedModel(file.text);
        actions.applyPreset(inputs);
        return { kind: 'opened', name, table, notices };
      }
      case 'sequence': {
        const { outline } = file.reading;
        return take(name, outline ? { outline, choices } : null, file.reading);
      }
      case 'refused':
        return { kind: 'refused', name, table, message: file.refused.message };
    }
  };
  const attempt = async (name: string, data: Uint8Array, choices: FileChoices): Promise<void> => {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    if (data.length >= LARGE) setOutcome({ kind: 'reading', name, table: null, share: null });
    try {
      const outcome = await use(name, data, choices, controller.signal);
      if (!controller.signal.aborted) setOutcome(outcome);
    } catch (error) {
      if (!controller.signal.aborted) setOutcome({ kind: 'refused', name, table: null, message: faultOf(error) });
    }
  };
  const refuse = (name: string, message: string): void => setOutcome({ kind: 'refused', name, table: null, message });
  return {
    outcome,
    async open(file) {
      const { name, size } = file;
      if (size > MAX_FILE_BYTES) {
        refuse(name, `It has ${Math.ceil(size / 2 ** 20)} MB. ${limitSentences.file}`);
        return;
      }
      const buffer = await file.arrayBuffer().catch(() => null);
      if (!buffer) {
        refuse(name, 'The browser could not read it. Choose the file again.');
        return;
      }
      const data = new Uint8Array(buffer);
      if (/\.(md|markdown)$/i.test(name)) {
        const read = textOf(data, MAX_FILE_BYTES);
        if (read.ok && isLesson(read.text)) return openLesson(read.text);
      }
      opened.current = { name, data };
      await attempt(name, data, {});
    },
    choose(choices) {
      const { name, data } = opened.current ?? {};
      if (name !== undefined && data) void attempt(name, data, choices);
    },
    dismiss() {
      reading.current?.abort();
      setOutcome(null);
    },
  };
}
