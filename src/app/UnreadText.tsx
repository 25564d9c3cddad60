import { useState } from 'react';
import { Button } from '../components/primitives/Button.tsx';
import { saveFile } from '../components/share/saveFile.ts';
import type { KeptText } from './keptText.ts';

interface Props {
  readonly kept: Pick<KeptText<unknown>, 'unread' | 'forgetUnread'>;
  /** The sentence that says what cannot be read. */
  readonly sentence: string;
  readonly fileName: string;
}

/** Says that something kept in this browser cannot be read, and gives it as a file; it can be deleted once it is saved. */
export function UnreadText({ kept, sentence, fileName }: Props) {
  const [text, setText] = useState(kept.unread);
  const [saved, setSaved] = useState(false);
  if (text === null) return null;
  const save = (): void => {
    saveFile(fileName, text, 'text/plain');
    setSaved(true);
  };
  const forget = (): void => {
    kept.forgetUnread();
    setText(null);
  };
  return (
    <p className="fault">
      {sentence} It was written by another version or is damaged.{' '}
      <Button look="link" onClick={save}>
        Save it as a file
      </Button>{' '}
      {saved && (
        <Button look="link" onClick={forget}>
          Delete it here
        </Button>
      )}
    </p>
  );
}
