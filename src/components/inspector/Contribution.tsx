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
  /** The largest size among the rows: a bar of full length. */
  readonly scale: number;
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

/** One summand: where it comes from, a bar from the zero line, its number. */
export function Contribution({ label, detail, spoken, value, text, scale, source }: ContributionProps) {
  const share = scale > 0 && Number.isFinite(value / scale) ? Math.abs(value) / scale : 0;
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
      <span className="track" aria-hidden="true">
        <span
          className="bar"
          data-sign={value < 0 ? 'negative' : 'positive'}
          style={{ insetInlineStart: `${value < 0 ? 50 - 50 * share : 50}%`, inlineSize: `${50 * share}%` }}
        />
      </span>
      <span className="value">{text}</span>
    </li>
  );
}
