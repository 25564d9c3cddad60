import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { spansOf } from '../../io/tokens.ts';
import { useInstance } from '../../store/context.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { useTextDraft } from '../input/useTextDraft.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import type { Columns } from '../timeline/columns.ts';

interface Props {
  /** The columns of the tokens in whose place the field is. */
  readonly columns: Columns;
  /** The element that contains the settings of the text. */
  readonly tools: HTMLElement | null;
  /** Gives the tokens back; `focus`: to the current one. */
  readonly onDone: (focus: boolean) => void;
  /** Opens the other kinds of input. */
  readonly onMore: () => void;
}

/** Letters that are as wide as one another in a font of fixed width, so that each can keep the column of its token. */
const EVEN = /^[\x20-\x7E\u00A1-\u024F\u0391-\u03C9\u0410-\u044F]*$/;

/** Keeps focus in the field while a control beside it is pressed. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** The tokens as a field to type in, in the place of the strip: the cell reads every key, and the caret is the cursor. */
export function TextStrip({ columns, tools, onDone, onMore }: Props) {
  const id = useId();
  const { actions, getState } = useInstance();
  const { draft, take, endSpell, begin } = useTextDraft();
  const { text, unit, fault, notes } = draft;
  const field = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState<readonly [first: number, end: number]>([0, 0]);
  const even = unit === 'characters' && columns.bin === 1 && EVEN.test(text);

  useLayoutEffect(() => {
    const { cursor, inputs } = getState();
    const { current } = field;
    if (!current) return;
    const { sequence } = inputs;
    const [start, end] = (sequence.kind === 'text' && spansOf(sequence.text, sequence.unit)[cursor.t - 1]) || [0, 0];
    current.focus({ preventScroll: true });
    current.setSelectionRange(start, end);
    setSelected([start, end]);
  }, [getState]);

  // a caret that was put elsewhere keeps its place
  const onClose = useEffectEvent(() => begin(true));
  // no layout effect, which ends also while something around waits for its code
  useEffect(() => () => onClose(), []);

  /** Brings the cursor to the token before the caret. */
  const follow = ({ selectionStart, selectionEnd, value }: HTMLTextAreaElement): void => {
    setSelected([selectionStart, selectionEnd]);
    const { cursor, inputs } = getState();
    const { sequence } = inputs;
    if (sequence.kind !== 'text' || sequence.text !== value) return;
    const t = Math.max(1, spansOf(value, sequence.unit).filter(([start]) => start < selectionEnd).length);
    if (t !== cursor.t) actions.goTo(t, undefined, 'jump');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && event.target === field.current);
    if (!done || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onDone(true);
  };
  const onBlur = ({ target, relatedTarget, currentTarget }: FocusEvent): void => {
    endSpell();
    // a window that goes to the background keeps its focus
    if (target.ownerDocument.activeElement === target) return;
    if (!currentTarget.contains(relatedTarget) && !tools?.contains(relatedTarget)) onDone(false);
  };
  const style = { '--column': `${columns.width}px`, '--first': selected[0], '--many': selected[1] - selected[0] };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field and its settings are what is operated
    <div className="text-strip" onKeyDown={onKeyDown} onBlur={onBlur}>
      <textarea
        ref={field}
        rows={1}
        wrap="off"
        dir={even ? 'ltr' : 'auto'}
        spellCheck={false}
        autoCapitalize="none"
        enterKeyHint="done"
        aria-label="Text that the cell reads"
        aria-invalid={fault !== null}
        aria-describedby={`${id}said`}
        data-even={even || undefined}
        style={style as CSSProperties}
        value={text}
        onChange={({ currentTarget }) => {
          take({ text: currentTarget.value }, true);
          follow(currentTarget);
        }}
        // the key that ends typing may tell of the caret once the field is hidden
        onSelect={({ currentTarget }) => currentTarget.clientHeight > 0 && follow(currentTarget)}
      />
      {tools &&
        createPortal(
          // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the field leaves focus where it is
          <div className="row text-tools" onMouseDown={keepFocus}>
            <Segmented
              legend="Tokens are"
              choices={[
                { value: 'characters', label: 'characters' },
                { value: 'words', label: 'words' },
              ]}
              value={unit}
              onChange={(chosen) => take({ unit: chosen, vocabulary: null })}
            />
            <Button look="link" onClick={onMore}>
              More kinds of input
            </Button>
            <div id={`${id}said`} role="status">
              {fault === null ? (
                <p className="hint">
                  {unit === 'words' ? 'Read word by word.' : 'Read letter by letter.'}{' '}
                  {notes.join(' ') || <span className="keys">Enter or Esc shows the tokens again.</span>}
                </p>
              ) : text === '' ? (
                <p className="hint">Type at least one character; until then the cell reads the previous text.</p>
              ) : (
                <Fault>{fault} The cell still reads the previous text.</Fault>
              )}
            </div>
          </div>,
          tools,
        )}
    </div>
  );
}
