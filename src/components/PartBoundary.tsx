import { Component, type ReactNode } from 'react';

/**
 * Keeps the rest of the page when one part fails, as when its code cannot be loaded, and says so in the part's place.
 * React reports the error itself to the console.
 */
export class PartBoundary extends Component<
  { readonly name: string; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <p role="alert">{this.props.name} cannot be shown. Reload the page to try again.</p>;
  }
}
