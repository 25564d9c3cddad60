import { useContext } from 'react';
import { slotOf } from '../../cell/slot.ts';
import { Mathematics } from '../../components/equations/Mathematics.tsx';
import type { Inline } from '../../lesson/lesson.ts';
import { equationOf, symbolsOf } from '../../notation/equation.ts';
import { equationMarkup, markupOf } from '../../notation/mathml.ts';
import { spokenEquation, spokenOf } from '../../notation/spoken.ts';
import { PartCell } from './partCell.ts';

/** The inlines of a line in a lesson. Words for a signal highlight it in the figure, and select it when activated. */
export function Inlines({ of }: { readonly of: readonly Inline[] }) {
  return of.map((inline, k) => {
    const mark = inline.kind === 'signal' ? markIn(of[k + 1]) : '';
    const text =
      inline.kind === 'text' && of[k - 1]?.kind === 'signal' ? inline.text.slice(markIn(inline).length) : null;
    if (mark === '') return text ?? <OneInline key={k} inline={inline} />;
    return (
      <span key={k} className="unbroken">
        <OneInline inline={inline} />
        {mark}
      </span>
    );
  });
}

/** The punctuation with which a text begins, which stays in the line of the button before it. */
const markIn = (inline: Inline | undefined): string =>
  inline?.kind === 'text' ? (/^[,.;:!?)]+/.exec(inline.text)?.[0] ?? '') : '';

function OneInline({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      );
    case 'link':
      return (
        <a href={inline.href} rel="noreferrer">
          <Inlines of={inline.children} />
        </a>
      );
    case 'signal':
      return (
        <button type="button" className="bare-button lesson-signal" data-signal={inline.signal} data-select="">
          {inline.children.length > 0 ? <Inlines of={inline.children} /> : <SignalSymbol signal={inline.signal} />}
        </button>
      );
    case 'equation':
      return <SignalEquation signal={inline.signal} />;
  }
}

/** The symbol of a signal of the cell beside the text; its name where that has no such signal. */
function SignalSymbol({ signal }: { readonly signal: string }) {
  const cell = useContext(PartCell);
  const { id, kind } = slotOf(signal);
  if (!cell) return id;
  if (id !== 'x' && !cell.signals.some((one) => one.id === id)) return id;
  const formula = symbolsOf(cell)(
    id === 'x' ? { kind: 'input', id: 'x' } : { kind: kind === 'previous' ? kind : 'signal', id },
  );
  return (
    <span role="img" aria-label={spokenOf(formula)}>
      <Mathematics markup={{ tag: 'math', attributes: {}, children: [markupOf(formula)] }} />
    </span>
  );
}

/** The equation of a signal of the cell beside the text; nothing where that has no such signal. */
function SignalEquation({ signal }: { readonly signal: string }) {
  const cell = useContext(PartCell);
  // the room of the line to come
  if (!cell) return <span className="lesson-equation" />;
  if (!cell.signals.some(({ id }) => id === signal)) return null;
  const equation = equationOf(cell, signal);
  return (
    <span className="lesson-equation" role="img" aria-label={spokenEquation(equation)} data-signal={signal}>
      <Mathematics markup={equationMarkup(equation)} />
    </span>
  );
}
