import { useId } from 'react';
import { limitSentences } from '../../io/limits.ts';
import type { Home } from '../../io/opening.ts';
import { OpenOutcome } from './OpenOutcome.tsx';
import { useOpenFile } from './useOpenFile.ts';

/** Chooses a file to open, and shows beside it what came of that. */
export function FileChooser({ home }: { readonly home: Home }) {
  const { outcome, open, choose, dismiss } = useOpenFile(home);
  const id = useId();
  return (
    <section className="ruled share-files" aria-label="Open a file">
      <h3>
        <label htmlFor={id}>Open a file</label>
      </h3>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // the same file can be chosen again after a change
          currentTarget.value = '';
          if (file) void open(file);
        }}
      />
      <p id={`${id}-note`} className="hint">
        A figure or JSON file saved here, PyTorch weights (a state_dict as safetensors or JSON), a table of numbers or a
        text. You can also drop it anywhere on the page. {limitSentences.file}
      </p>
      {outcome && <OpenOutcome outcome={outcome} onChoose={choose} onCancel={dismiss} />}
    </section>
  );
}
