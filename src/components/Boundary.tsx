import { Component, type ReactNode } from 'react';
import { Fault } from './primitives/Fault.tsx';

interface BoundaryProps {
  /** The part in words; without it nothing is in its place. */
  readonly name?: string | undefined;
  /** The values on which the children depend: after a change of one, rendering is tried again. */
  readonly inputs: readonly unknown[];
  /** Rendered beside the sentence once the children failed. */
  readonly failed?: ReactNode;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
  readonly inputs: readonly unknown[];
}

/**
 * Keeps the rest of the page when one part fails, as when its code cannot be loaded, and says so in the part's place.
 * React reports the error itself to the console.
 */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, inputs: this.props.inputs };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ inputs }: BoundaryProps, { inputs: before }: BoundaryState): BoundaryState | null {
    return inputs.every((input, k) => Object.is(input, before[k])) ? null : { failed: false, inputs };
  }

  override render(): ReactNode {
    const { name, failed, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <>
        {name && <Fault>{name} cannot be shown. Change something or reload the page to try again.</Fault>}
        {failed}
      </>
    );
  }
}
