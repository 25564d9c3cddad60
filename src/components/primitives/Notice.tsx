import { Button } from './Button.tsx';

/** Sentences on what could not be used, with a button that takes them away. */
export function Notice({
  sentences,
  onDismiss,
}: {
  readonly sentences: readonly string[];
  readonly onDismiss: () => void;
}) {
  if (sentences.length === 0) return null;
  return (
    <div className="notice" role="alert">
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Button look="icon" aria-label="Dismiss" onClick={onDismiss}>
        ×
      </Button>
    </div>
  );
}
