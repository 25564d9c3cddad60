import type { ReactNode } from 'react';
import { Button } from '../primitives/Button.tsx';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';

interface ContributionProps {
  readonly label: ReactNode;
  readonly detail: string;
  /** The row in words, for a screen reader. */
  readonly spoken?: string;
  readonly value: number;
  readonly text: string;
  /** The largest size among the rows: a bar of full length. Null if no lengths are compared. */
  readonly scale: number | null;
  /** The source that can be selected; a contribution without one is a parameter or a remainder. */
  readonly source?:
    | {
        readonly key: string;
        readonly unit: number;
        /** The number of timesteps after the one shown; default 0. */
        readonly later?: number;
      }
    | undefined;
}

/** One operand: where it comes from, its number and, among summands, a bar from the zero line. */
export function Contribution({ label, detail, spoken, value, text, scale, source }: ContributionProps) {
  const name = (
    <>
      <span className="label">{label}</span> <span className="hint">{detail}</span>
    </>
  );
  return (
    <li className="contribution" data-signal={source?.key}>
      {source ? (
        <Button look="bare" data-select="" data-unit={source.unit} data-goto={source.later || undefined}>
          <VisuallyHidden>{spoken}</VisuallyHidden>
          <span className="phrases" aria-hidden="true">
            {name}
          </span>
        </Button>
      ) : (
        <span className="phrases source">{name}</span>
      )}
      {scale !== null && <Bar value={value} scale={scale} />}
      <span className="value">{text}</span>
    </li>
  );
}

function Bar({ value, scale }: { readonly value: number; readonly scale: number }) {
  const share = scale > 0 && Number.isFinite(value / scale) ? Math.abs(value) / scale : 0;
  return (
    <span className="track" aria-hidden="true">
      <span
        className="bar"
        data-sign={value < 0 ? 'negative' : 'positive'}
        style={{ insetInlineStart: `${value < 0 ? 50 - 50 * share : 50}%`, inlineSize: `${50 * share}%` }}
      />
    </span>
  );
}
