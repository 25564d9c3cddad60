import {
  type ComponentType,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Deferred } from '../components/Deferred.tsx';
import { DialogButton } from '../components/DialogButton.tsx';
import type { InputKind } from '../components/input/InputPanel.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { PopoverBox } from '../components/primitives/Popover.tsx';
import { type Editing, TokenStrip } from '../components/sequence/TokenStrip.tsx';
import { type SequenceColumns, useSharedColumns } from '../components/timeline/columnsContext.tsx';
import { useShown } from '../components/useShown.ts';
import { useGatescope, useInstance } from '../store/context.tsx';

const PresetLine = lazy(async () => ({ default: (await import('../components/beside.ts')).PresetLine }));
const InputPanel = lazy(async () => ({ default: (await import('../components/input/InputPanel.tsx')).InputPanel }));
const Examples = lazy(async () => ({ default: (await import('../components/input/Examples.tsx')).Examples }));

interface SequenceCardProps {
  /** A line that names the present example. */
  readonly line?: ReactNode;
  /** Tokens in the columns shared by all runs, instead of editable ones. */
  readonly strip?: ComponentType<{ readonly shared: SequenceColumns }>;
  readonly narrow?: boolean;
}

/** The input of the cell: the tokens with the answers to them, and the choice of another input. */
export function SequenceCard({ line = <PresetLine />, strip: Strip, narrow = false }: SequenceCardProps) {
  const id = useId();
  const shared = useSharedColumns();
  const input = useShown('input');
  const { getState } = useInstance();
  const kind = useGatescope((state) => state.inputs.sequence.kind);
  const [typing, setTyping] = useState(false);
  const [asked, setAsked] = useState<{ readonly kind: InputKind } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const more = (wished?: InputKind): void => {
    setTyping(false);
    if (wished) setAsked({ kind: wished });
    box.current?.showPopover?.();
  };
  const begin = (): void => {
    if (getState().inputs.sequence.kind === 'text' && !Strip) setTyping(true);
    else more();
  };
  const editing: Editing | null = input ? { open: typing, begin, end: () => setTyping(false), more } : null;
  return (
    <section className="card sequence-card" aria-label="Sequence">
      <div className="row sequence-head">
        <Deferred meanwhile={<p className="preset-line" />}>{line}</Deferred>
        {input && (
          <div className="buttons">
            <Button aria-pressed={typing} onMouseDown={keepFocus} onClick={() => (typing ? setTyping(false) : begin())}>
              {kind === 'text' ? 'Edit text' : 'Edit numbers'}
            </Button>
            <PopoverBox id={id} box={box} title="What the cell reads" className="input-popover">
              {(close, open) => (
                <>
                  <Button look="icon" className="popover-close" aria-label="Close" onClick={close}>
                    ×
                  </Button>
                  <Editor open={open} asked={asked} />
                </>
              )}
            </PopoverBox>
            <Gallery onOwn={more} />
          </div>
        )}
      </div>
      {shared && (Strip ? <Strip shared={shared} /> : <TokenStrip shared={shared} editing={editing} narrow={narrow} />)}
    </section>
  );
}

/** Keeps focus in the field, because losing it would end typing and the click would then begin it again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

interface EditorProps {
  readonly open: boolean;
  readonly asked: { readonly kind: InputKind } | null;
}

/** The fields for a text, numbers or a curve; made when they are first asked for, and kept with what was typed. */
function Editor({ open, asked }: EditorProps) {
  const [made, setMade] = useState(open);
  if (open && !made) setMade(true);
  if (!made) return null;
  return (
    <PartBoundary name="Input">
      <Suspense fallback={<p className="hint">Loading…</p>}>
        <FocusOnField open={open} asked={asked} />
      </Suspense>
    </PartBoundary>
  );
}

/** Typing begins at once. */
function FocusOnField({ open, asked }: EditorProps) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) around.current?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden]) textarea')?.focus();
  }, [open]);
  return (
    <div ref={around}>
      <InputPanel examples={false} asked={asked} />
    </div>
  );
}

const own: Readonly<Record<Exclude<InputKind, 'Examples'>, string>> = {
  Text: 'A text',
  Numbers: 'Numbers or a file',
  Draw: 'A curve to draw',
};

/** A button, and over the page the examples and the kinds of own data; choosing one closes it. */
function Gallery({ onOwn }: { readonly onOwn: (kind: InputKind) => void }) {
  return (
    <DialogButton label="Examples" title="Examples" className="gallery">
      {(close) => (
        <>
          <p className="row own-inputs">
            <span>Or use your own:</span>
            {(Object.keys(own) as (keyof typeof own)[]).map((kind) => (
              <Button
                key={kind}
                onClick={() => {
                  close();
                  // after the dialog has closed
                  setTimeout(() => onOwn(kind));
                }}
              >
                {own[kind]}
              </Button>
            ))}
          </p>
          <Examples onShown={close} />
        </>
      )}
    </DialogButton>
  );
}
