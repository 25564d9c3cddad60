import { Button } from './Button.tsx';

interface Props {
  /** The name of the file that is read. */
  readonly name: string;
  /** The share that has been read, from 0 to 1; null before it is known. */
  readonly share: number | null;
  readonly onCancel: () => void;
}

/** Progress of reading a large file, with a button to stop it. */
export function ReadingProgress({ name, share, onCancel }: Props) {
  return (
    <div role="status" className="row reading-progress">
      <p>
        Reading <b>{name}</b>…
      </p>
      <progress aria-label={`Reading ${name}`} {...(share !== null && { value: share })} />
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
