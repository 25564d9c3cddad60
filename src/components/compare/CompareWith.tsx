import { MAX_BESIDE } from '../../io/limits.ts';
import { useGatescope } from '../../store/context.tsx';
import { DialogButton } from '../DialogButton.tsx';
import { choosing } from '../fetched.tsx';

const BesideChoices = choosing(async () => (await import('./BesideChoices.tsx')).BesideChoices);

/** Adds another run beside the first: a button, and a dialog with the choices. */
export function CompareWith() {
  const count = useGatescope((state) => state.inputs.beside?.length ?? 0);
  if (count >= MAX_BESIDE) return null;
  const label = count === 0 ? 'Compare with…' : 'Add a third…';
  return (
    <DialogButton
      label={
        <>
          ◫ <span className="where-wide">{label}</span>
          <span className="where-narrow beside-label">{count === 0 ? 'Compare' : 'Add'}</span>
        </>
      }
      name={label}
      title="Compare with"
      className="beside-sheet"
    >
      {(close) => <BesideChoices onDone={close} />}
    </DialogButton>
  );
}
