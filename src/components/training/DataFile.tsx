import { textOfFile } from '../../store/training/ownData.ts';

/** Chooses a file and hands over its text, or a sentence on why there is none. */
export function DataFile({
  accept,
  limit,
  onText,
  onFault,
}: {
  readonly accept: string;
  /** In bytes. */
  readonly limit: number;
  readonly onText: (text: string, name: string) => void;
  readonly onFault: (sentence: string) => void;
}) {
  const open = async (file: File): Promise<void> => {
    const read = await textOfFile(file, limit);
    if (read.ok) onText(read.text, file.name);
    else onFault(`${file.name}: ${read.message}`);
  };
  return (
    <label className="button">
      Choose a file…
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // the same file can be chosen again after a change
          currentTarget.value = '';
          if (file) void open(file);
        }}
      />
    </label>
  );
}
