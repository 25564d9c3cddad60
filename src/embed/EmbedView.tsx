import '../theme/theme.css';
import '../theme/fonts/fonts.css';
import {
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  type SyntheticEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { EarlyKeys } from '../components/controls/useHotkeys.ts';
import { WaitingChange } from '../components/controls/WaitingChange.tsx';
import { OnUse, PaintFirst } from '../components/Deferred.tsx';
import { type EarlyPress, EarlyPressContext, earlyPress } from '../components/earlyPress.ts';
import { fetched } from '../components/fetched.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { partTable } from '../components/parts.tsx';
import { Root } from '../components/Root.tsx';
import { shownParts } from '../components/visibleParts.ts';
import { useGatescope } from '../store/context.tsx';
import type { Part } from '../store/state.ts';
import { PartContent } from './PartContent.tsx';
import { useAutoplay } from './useAutoplay.ts';
import './embed.css';

const Keys = fetched(async () => (await import('../components/annotations.ts')).Keys);
const Legends = fetched(async () => (await import('../components/annotations.ts')).Legends);
const Announcer = fetched(async () => (await import('../components/annotations.ts')).Announcer);
const PinPlace = fetched(async () => (await import('../components/annotations.ts')).PinPlace);

/** A part of all runs that are compared, and their announcements. */
interface Compared {
  readonly Part: ComponentType<{ readonly part: Part }>;
  readonly Announcers: ComponentType;
}

interface Props {
  /** The parts of a second column, for a page of its own; without it all parts are one below the other. */
  readonly beside?: readonly Part[];
  /** Parts that show their name alone until they are opened. */
  readonly folded?: readonly Part[];
  /** True where only the reader changes the view: what that needs is not fetched before. */
  readonly readerOnly?: boolean;
  /** The parts of several runs, where some may be compared; a frame fetches their code for a view that has them. */
  readonly compared?: Compared;
  readonly children?: ReactNode;
}

/** The visible parts of the instance around it, in a theme of their own. */
export function EmbedView({ beside, folded = [], readerOnly = false, compared, children }: Props) {
  const view = useGatescope((state) => state.view);
  const root = useRef<HTMLDivElement>(null);
  const [keys] = useState((): EarlyKeys => ({ strokes: [], clicked: false, focused: [], press: null }));
  const [touched, setTouched] = useState(false);
  const press = useRef<EarlyPress | null | undefined>(null);
  const part = useRef('');
  const onUse = ({ nativeEvent, target }: SyntheticEvent<Element, Event>): void => {
    setTouched(true);
    if (nativeEvent.type !== 'pointermove')
      part.current = (target as Element).closest<HTMLElement>('[data-part]')?.dataset.part ?? '';
    if (nativeEvent.type === 'pointerdown') keys.clicked = true;
    if (nativeEvent.type.startsWith('focus'))
      keys.focused = nativeEvent.composedPath().filter((one) => one instanceof Element);
    if (press.current !== undefined && nativeEvent.type === 'pointerdown')
      press.current = earlyPress(nativeEvent as PointerEvent);
  };
  const onKeyDown = ({ nativeEvent }: KeyboardEvent): void => {
    if (keys.press) keys.press(nativeEvent);
    else keys.strokes.push({ event: nativeEvent, target: nativeEvent.composedPath()[0] });
  };
  // steps come from the keys of the page, too, and interventions are listed from the beginning
  const used = useGatescope(
    (state) => state.cursor !== state.opened.cursor || state.inputs.interventions !== undefined,
  );
  const unfetched = useGatescope((state) => state.unfetched);
  // the sentence stays where the change was made, even when the reader goes on elsewhere
  const waiting = useMemo(() => unfetched !== false && part.current, [unfetched]);
  const several = useGatescope((state) => state.inputs.beside !== undefined) ? compared : undefined;
  const parts = shownParts(view);
  return (
    <Root rootRef={root} className="gate-diagram" onKeyDown={onKeyDown} onUse={onUse}>
      <PaintFirst used={!readerOnly || touched || used}>
        {beside ? (
          <>
            <Column
              parts={parts.filter((part) => !beside.includes(part))}
              folded={folded}
              compared={several}
              waiting={waiting}
            />
            <Column
              parts={parts.filter((part) => beside.includes(part))}
              folded={folded}
              compared={several}
              waiting={waiting}
            />
          </>
        ) : (
          <Parts parts={parts} folded={folded} compared={several} waiting={waiting} />
        )}
        <PartBoundary name="The keys">
          <OnUse>
            <Keys root={root} early={keys} />
          </OnUse>
        </PartBoundary>
        <PartBoundary name="The interventions">
          <OnUse>
            <EarlyPressContext value={press}>
              <PinPlace />
            </EarlyPressContext>
          </OnUse>
        </PartBoundary>
        <PartBoundary name="The announcement">
          <OnUse>{several ? <several.Announcers /> : <Announcer />}</OnUse>
        </PartBoundary>
      </PaintFirst>
      {waiting === '' && <WaitingChange />}
      {children}
    </Root>
  );
}

interface PartsProps {
  readonly parts: readonly Part[];
  readonly folded: readonly Part[];
  readonly compared: Compared | undefined;
  /** The part in which a change was made whose code did not arrive. */
  readonly waiting: string | false;
}

const Column = (props: PartsProps) =>
  props.parts.length > 0 && (
    <div className="gate-column">
      <Parts {...props} />
    </div>
  );

function Parts({ parts, folded, compared, waiting }: PartsProps) {
  const autoplay = useAutoplay();
  return parts.map((part) => {
    const { label } = partTable[part];
    const closed = folded.includes(part);
    return (
      <section
        key={part}
        data-part={part}
        aria-label={closed ? undefined : label}
        ref={part === 'diagram' ? autoplay : undefined}
      >
        {closed ? (
          <Folded label={label}>
            <RunContent part={part} compared={compared} />
          </Folded>
        ) : (
          <RunContent part={part} compared={compared} />
        )}
        {waiting === part && <WaitingChange />}
        {part === 'diagram' && (
          <details className="gate-colours">
            <summary>Colours</summary>
            <PartBoundary>
              <OnUse>
                <Legends />
              </OnUse>
            </PartBoundary>
          </details>
        )}
      </section>
    );
  });
}

/** The part of each run where some are compared. */
function RunContent({ part, compared }: Pick<PartsProps, 'compared'> & { readonly part: Part }) {
  if (!compared) return <PartContent part={part} />;
  return (
    <PartBoundary name={partTable[part].label}>
      <Suspense fallback={null}>
        <compared.Part part={part} />
      </Suspense>
    </PartBoundary>
  );
}

/** A part that computes its content once it is opened. */
function Folded({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={() => setOpened(true)}>
      <summary>{label}</summary>
      {opened && children}
    </details>
  );
}
