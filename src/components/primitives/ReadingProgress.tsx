import { Button } from './Button.tsx';

interface Props {
  /** What is read. */
  readonly name: string;
  /** How much of it is read, from 0 to 1; null before that is known. */
  readonly share: number | null;
  readonly onCancel: () => void;
}

/** Reading that takes a while: how far it is, and a way to stop it. */
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
