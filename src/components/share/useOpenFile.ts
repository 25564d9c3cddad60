import { useRef, useState } from 'react';
import { limitSentences, MAX_FILE_BYTES } from '../../io/limits.ts';
import { openFile } from '../../io/openFile.ts';
import type { Home } from '../../io/opening.ts';
import type { ParametersChange } from '../../io/parametersFile.ts';
import { type Reading, type Refused, refused } from '../../io/reading.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import type { TableQuestion } from '../../io/table/question.ts';
import { useInstance } from '../../store/context.tsx';
import type { Inputs } from '../../store/state.ts';
import { faultOf } from '../faultOf.ts';

/** What came of opening a file: sentences, or a question with its answers. */
export type Outcome =
  | { readonly kind: 'opened'; readonly name: string; readonly notices: readonly string[] }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
  | { readonly kind: 'question'; readonly name: string; readonly reading: TableQuestion };

/** The inputs with the weights of a file; what it leaves out is drawn as before. */
function withChange(inputs: Inputs, { weights, ...change }: ParametersChange): Inputs {
  return { ...inputs, ...change, weights: { ...weights, initialisation: inputs.weights.initialisation } };
}

/** Opens files into the instance around it; what cannot be opened changes nothing and is said. */
export function useOpenFile(home: Home): {
  readonly outcome: Outcome | null;
  readonly open: (file: File) => Promise<void>;
  /** Reads the file again with an answer to the question about it. */
  readonly answer: (given: FileChoices) => void;
  readonly dismiss: () => void;
} {
  const { actions, derived, getState } = useInstance();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  /** The file opened last, and the answers about it. */
  const opened = useRef<{ readonly name: string; readonly data: Uint8Array; readonly choices: FileChoices }>(null);

  const refuse = (name: string, { message }: Refused): Outcome => ({ kind: 'refused', name, message });
  /** Sentences of what was opened. Throws a refusal where the page cannot show it. */
  const take = (name: string, reading: Reading): Outcome => {
    if (reading.ok === false) return refuse(name, reading);
    if (reading.ok === 'question') return { kind: 'question', name, reading };
    actions.setSequence(reading.sequence);
    return { kind: 'opened', name, notices: reading.notes };
  };
  const use = async (name: string, data: Uint8Array, choices: FileChoices): Promise<Outcome> => {
    opened.current = { name, data, choices };
    const file = await openFile(data, home, derived().encoded.features, choices);
    switch (file.kind) {
      case 'moment':
        actions.open(file.moment);
        return { kind: 'opened', name, notices: file.notices };
      case 'inputs':
        actions.replaceInputs(withChange(getState().inputs, file.change));
        return { kind: 'opened', name, notices: file.notices };
      case 'model': {
        const { openedModel } = await import('../../store/training/modelInputs.ts');
        const { inputs, notices } = openedModel(file.text);
        actions.applyPreset(inputs);
        return { kind: 'opened', name, notices };
      }
      case 'sequence':
        return take(name, file.reading);
      case 'refused':
        return refuse(name, file.refused);
    }
  };
  const attempt = async (name: string, work: () => Outcome | Promise<Outcome>): Promise<void> => {
    try {
      setOutcome(await work());
    } catch (error) {
      setOutcome(refuse(name, refused(faultOf(error))));
    }
  };
  return {
    outcome,
    async open(file) {
      if (file.size > MAX_FILE_BYTES) {
        setOutcome(refuse(file.name, refused(`It has ${Math.ceil(file.size / 2 ** 20)} MB. ${limitSentences.file}`)));
        return;
      }
      const data = await file.arrayBuffer().catch(() => null);
      if (data) await attempt(file.name, () => use(file.name, new Uint8Array(data), {}));
      else setOutcome(refuse(file.name, refused('The browser could not read it. Choose the file again.')));
    },
    answer(given) {
      const { name, data, choices } = opened.current ?? {};
      if (name !== undefined && data) void attempt(name, () => use(name, data, { ...choices, ...given }));
    },
    dismiss: () => setOutcome(null),
  };
}
