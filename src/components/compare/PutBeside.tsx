import { lazy } from 'react';
import { MAX_BESIDE } from '../../io/limits.ts';
import { useGatescope } from '../../store/context.tsx';
import { DialogButton } from '../DialogButton.tsx';

const BesideChoices = lazy(async () => ({ default: (await import('./BesideChoices.tsx')).BesideChoices }));

/** Puts another run beside the first: a button, and over the page what there is to choose. */
export function PutBeside() {
  const count = useGatescope((state) => state.inputs.beside?.length ?? 0);
  if (count >= MAX_BESIDE) return null;
  const label = count === 0 ? 'Put beside…' : 'Put a third beside…';
  return (
    <DialogButton
      label={
        <>
          ◫ <span className="where-wide">{label}</span>
        </>
      }
      name={label}
      title="Put beside"
      className="beside-sheet"
    >
      {(close) => <BesideChoices onDone={close} />}
    </DialogButton>
  );
}
