import { lazy, Suspense, useMemo, useState } from 'react';
import { momentOf } from '../../questions/moment.ts';
import type { Question } from '../../questions/question.ts';
import { useInstanceAround } from '../../store/context.tsx';
import type { Gatescope } from '../../store/gatescope.ts';
import type { Cursor, Moment } from '../../store/state.ts';
import { useStore } from '../../store/useStore.ts';
import { Button } from '../primitives/Button.tsx';

const PlaceFigure = lazy(async () => ({ default: (await import('./PlaceFigure.tsx')).PlaceFigure }));

const SHOW = 'Show me where';

/**
 * The way to the place in a diagram where the answer can be seen, without leaving the question: in the figure of the lesson
 * around or, where there is none, in one of its own. Nothing for a question about no run.
 */
export function Place({ question }: { readonly question: Question }) {
  const moment = useMemo(() => momentOf(question), [question]);
  const figure = useInstanceAround();
  if (!moment) return null;
  return figure ? <InFigure figure={figure} moment={moment} /> : <Below question={question} moment={moment} />;
}

/** The view that the figure had before the place. */
interface Before {
  readonly moment: Moment;
  readonly until: Cursor | null;
}

interface InFigureProps {
  readonly figure: Gatescope;
  readonly moment: Moment;
}

/** Shows the run of the question in the figure beside it, until the reader goes back or reads on. */
function InFigure({ figure, moment }: InFigureProps) {
  const { actions, getState } = figure;
  const [before, setBefore] = useState<Before | null>(null);
  const opened = useStore(figure, (state) => state.opened.inputs);
  const showing = before !== null && opened === moment.inputs;
  const open = (next: Moment, until: Cursor | null): void => {
    actions.setUntil(until);
    actions.open({ ...next, view: { ...next.view, theme: getState().view.theme } }, 'lesson');
  };
  const show = (): void => {
    const { inputs, cursor, selection, view, until } = getState();
    setBefore({ moment: { inputs, cursor, selection, view }, until });
    open({ ...moment, view: { ...moment.view, hidden: view.hidden } }, null);
  };
  return (
    <>
      <Button onClick={() => (showing ? open(before.moment, before.until) : show())}>
        {showing ? 'Back to the chapter’s figure' : SHOW}
      </Button>
      <span className="hint">
        {showing && 'The figure shows the numbers of this question; what was asked has a thick outline.'}
      </span>
    </>
  );
}

interface BelowProps {
  readonly question: Question;
  readonly moment: Moment;
}

/** Shows the run of the question below it. */
function Below({ question, moment }: BelowProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the diagram' : SHOW}
      </Button>
      {open && (
        <Suspense fallback={<p role="status">Loading…</p>}>
          <PlaceFigure question={question} moment={moment} />
        </Suspense>
      )}
    </>
  );
}
