import { Component, type ReactNode } from 'react';

/** Keeps the rest of the page when one part fails, as when its code cannot be loaded; says so in the part's place. */
export class PartBoundary extends Component<
  { readonly name: string; readonly children: ReactNode },
  { readonly fault: string | null }
> {
  override state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { readonly fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <p role="alert">
        {this.props.name} cannot be shown: {fault}. Reload the page to try again.
      </p>
    );
  }
}
