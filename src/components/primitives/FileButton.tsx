import type { ReactNode } from 'react';

interface Props {
  /** Endings and media types, as `accept` takes them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children?: ReactNode;
}

/** Chooses a file; the same one can be chosen again after it has changed. */
export function FileButton({ accept, onFile, children = 'Choose a file…' }: Props) {
  return (
    <label className="button">
      {children}
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
