import { type KeyboardEvent, useId, useRef } from 'react';
import type { Cell } from '../../cell/cell.ts';
import type { SentencePart } from '../../notation/sentence.ts';
import { tiedParts } from './tiedParts.ts';
import './stageCard.css';

interface StageCardProps {
  readonly cell: Cell;
  /** The id of the stage shown. */
  readonly stage: string;
  readonly sentence: readonly SentencePart[];
  /** The signal whose hint is shown, or null. */
  readonly about: string | null;
  readonly hover: string | null;
  readonly onStage: (stage: string) => void;
  readonly onHover: (key: string | null) => void;
  readonly onSelect: (key: string) => void;
}

const moves: Readonly<Record<string, (at: number, n: number) => number>> = {
  ArrowRight: (at, n) => (at + 1) % n,
  ArrowLeft: (at, n) => (at + n - 1) % n,
  Home: () => 0,
  End: (_, n) => n - 1,
};

/** The stages of a timestep as tabs, with what the one shown decides, in a sentence of its values. */
export function StageCard({ cell, stage, sentence, about, hover, onStage, onHover, onSelect }: StageCardProps) {
  const panel = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    cell.stages.findIndex((s) => s.id === stage),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const to = move(at, cell.stages.length);
    onStage(cell.stages[to].id);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <section className="stage-card" aria-label="Stages of a timestep">
      <div role="tablist" aria-label="Stage" ref={tabs} onKeyDown={onKeyDown}>
        {cell.stages.map(({ id, label }, k) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${panel}-${id}`}
            aria-selected={k === at}
            aria-controls={panel}
            tabIndex={k === at ? 0 : -1}
            onClick={() => onStage(id)}
          >
            {k + 1} {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-${cell.stages[at].id}`}>
        <h2>{cell.stages[at].question}</h2>
        <p>
          {tiedParts(sentence).map(({ text, key, before, after }, k) =>
            key === null ? (
              text
            ) : (
              <span key={k} className="tied">
                {before}
                <button
                  type="button"
                  className="quantity"
                  data-signal={key}
                  data-lit={key === hover ? 'self' : undefined}
                  onClick={() => onSelect(key)}
                  onPointerEnter={() => onHover(key)}
                  onPointerLeave={() => onHover(null)}
                  onFocus={() => onHover(key)}
                  onBlur={() => onHover(null)}
                >
                  {text}
                </button>
                {after}
              </span>
            ),
          )}
        </p>
        <div className="hints">
          {cell.signals.map(({ id, info }) => (
            <p key={id} className="hint" aria-hidden={id !== about} data-shown={id === about || undefined}>
              {info.hint}
            </p>
          ))}
        </div>
      </div>
    </section>
  );
}
