import { useActions, useGatescope } from '../../store/context.tsx';

/** Check box that makes the reader guess a value of every stage before it is computed. */
export function GuessChoice() {
  const guess = useGatescope((state) => state.view.guess);
  const { setGuess } = useActions();
  return (
    <label className="row">
      <input type="checkbox" checked={guess} onChange={() => setGuess(!guess)} />
      Let me guess first
    </label>
  );
}
