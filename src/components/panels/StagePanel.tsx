import { lazy, Suspense } from 'react';
import { idOfKey } from '../../cell/slot.ts';
import { noNumberSentence } from '../../notation/noNumber.ts';
import { NO_NUMBER } from '../../notation/number.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { guesses, openGuess } from '../../store/guess.ts';
import { stageTold } from '../../store/stageTold.ts';
import { inQuotes } from '../../text/tokens.ts';
import { StageCard } from '../inspector/StageCard.tsx';

const GuessFirst = lazy(async () => ({ default: (await import('../ask/GuessFirst.tsx')).GuessFirst }));

/** The stage that the moment shown has reached, told in a sentence of its values. */
export function StagePanel() {
  const derived = useDerived();
  const { cell, tape, parameters, stages, encoded } = derived;
  const isText = useGatescope((state) => state.inputs.sequence.kind === 'text');
  const { t, position } = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const gradients = useGatescope((state) => state.view.shows === 'gradients');
  const { goTo } = useActions();
  const guessing = useGatescope(guesses);
  const asks = useGatescope((state) => openGuess(state, derived) !== null);
  const reached = stages.find(({ start, end }) => position > start && position <= end) ?? stages[0];
  const stage = cell.stages.find(({ id }) => id === reached.id) ?? cell.stages[0];
  // what is selected in another stage says nothing of the values below
  const asked =
    hovered ??
    (selection.signal !== null && stage.signals.includes(idOfKey(selection.signal)) ? selection.signal : null);
  const computed = cell.signals[Math.min(position, cell.signals.length) - 1];
  const there = position >= reached.end && t > 0;
  const token = encoded.tokens[t - 1];
  const label = encoded.labels?.[t - 1];
  const read = isText ? inQuotes(token) : label ? `${token} (${label})` : token;
  const told = there ? stageTold(derived, stage, t, selection.unit, read) : null;
  const lost = told?.sentence.some(({ text }) => text === NO_NUMBER) ? noNumberSentence(cell, tape, parameters) : null;
  return (
    <>
      {guessing && (
        <Suspense fallback={null}>
          <GuessFirst />
        </Suspense>
      )}
      <StageCard
        cell={cell}
        stage={stage.id}
        changes={told?.changes ?? []}
        sentence={lost === null && told ? told.sentence : [{ text: lost ?? stepOn(t, tape.length, asks), key: null }]}
        about={asked === null ? (computed?.id ?? null) : idOfKey(asked)}
        hover={hovered}
        onStage={(id) => goTo(t, stages.findLast((span) => span.id === id)?.end)}
      />
      {gradients && (
        <p className="hint">This sentence describes values; the diagram, strips and table show gradients.</p>
      )}
    </>
  );
}

const stepOn = (t: number, length: number, asks: boolean): string => {
  if (length === 0) return 'The sequence is empty: type one.';
  if (t === 0) return '';
  return `${asks ? 'Answer the question' : 'Step forward'} to see what this stage does.`;
};
