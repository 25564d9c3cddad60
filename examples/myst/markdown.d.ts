/** A page that MyST reads when the examples are built; see `scripts/mystPage.ts`. */
declare module '*/page.md' {
  /** A node of MyST's tree of a page. */
  export interface MystNode {
    readonly type: string;
    readonly value?: string;
    readonly children?: readonly MystNode[];
    /** The address of a widget's module. */
    readonly esm?: string;
  }
  export const page: MystNode;
}
