import { textOfFile } from '../../store/training/ownData.ts';
import { FileButton } from '../primitives/FileButton.tsx';

/** Chooses a file and hands over its text, or a sentence on why there is none. */
export function DataFile({
  accept,
  limit,
  onText,
  onFault,
}: {
  readonly accept: string;
  /** The largest size in bytes. */
  readonly limit: number;
  readonly onText: (text: string, name: string) => void;
  readonly onFault: (sentence: string) => void;
}) {
  const open = async (file: File): Promise<void> => {
    const read = await textOfFile(file, limit);
    if (read.ok) onText(read.text, file.name);
    else onFault(`${file.name}: ${read.message}`);
  };
  return <FileButton accept={accept} onFile={(file) => void open(file)} />;
}
