import { lazy, Suspense, useContext } from 'react';
import { slotOf } from '../../cell/slot.ts';
import type { Inline } from '../../lesson/lesson.ts';
import { fetchLater } from './fetchLater.ts';
import { PartCell } from './partCell.ts';

const SignalSymbol = lazy(async () => ({ default: (await fetchLater()).SignalSymbol }));
const SignalEquation = lazy(async () => ({ default: (await fetchLater()).SignalEquation }));

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
          {inline.children.length > 0 ? <Inlines of={inline.children} /> : <SymbolOf signal={inline.signal} />}
        </button>
      );
    case 'equation':
      return <EquationOf signal={inline.signal} />;
  }
}

interface SignalProps {
  readonly signal: string;
}

/** The symbol of a signal of the cell beside the text; its name until the cell is known. */
function SymbolOf({ signal }: SignalProps) {
  const cell = useContext(PartCell);
  const { id } = slotOf(signal);
  return cell ? (
    <Suspense fallback={id}>
      <SignalSymbol cell={cell} signal={signal} />
    </Suspense>
  ) : (
    id
  );
}

/** The equation of a signal of the cell beside the text; the room of its line until the cell is known. */
function EquationOf({ signal }: SignalProps) {
  const cell = useContext(PartCell);
  const room = <span className="lesson-equation" />;
  return cell ? (
    <Suspense fallback={room}>
      <SignalEquation cell={cell} signal={signal} />
    </Suspense>
  ) : (
    room
  );
}
