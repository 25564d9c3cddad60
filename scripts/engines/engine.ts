/** The preferences of the reader's system. */
export interface Media {
  readonly dark: boolean;
  readonly still: boolean;
}

/** The preferences of most readers' systems. */
export const LIGHT: Media = { dark: false, still: false };

/** One page of a running browser, with what a person does to it. Places are in CSS pixels of the window. */
export interface EnginePage {
  /** Name and version of the browser. */
  readonly version: string;
  /** Goes to an address and waits until it is loaded. */
  go(address: string): Promise<void>;
  /** Runs an expression whose value, or that of its promise, is a string. */
  run(expression: string): Promise<string>;
  /** Moves the pointer there. */
  point(x: number, y: number): Promise<void>;
  /** Presses the button of the mouse, and keeps it down. */
  hold(): Promise<void>;
  release(): Promise<void>;
  scroll(x: number, y: number, by: number): Promise<void>;
  /** Presses a key by its name, as “Shift+Tab” with modifiers. */
  press(key: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** The window as PNG. */
  picture(): Promise<Uint8Array>;
  /** Ends the browser. */
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** The package that has to be installed for it, or null if it is there. */
  missing(): string | null;
  /** Starts a browser with a profile of its own and one page. */
  launch(media: Media): Promise<EnginePage>;
}

/** The value of a function in the page. It sees nothing but its argument; both are passed as JSON. */
export async function evaluate<R>(page: EnginePage, run: () => R | Promise<R>): Promise<R>;
export async function evaluate<A, R>(page: EnginePage, run: (given: A) => R | Promise<R>, given: A): Promise<R>;
export async function evaluate<R>(page: EnginePage, run: (given: unknown) => R, given: unknown = null): Promise<R> {
  // tsx calls a helper to name functions, which does not exist in the page
  const call = `(async (__name) => JSON.stringify((await (${run})(${JSON.stringify(given)})) ?? null))((named) => named)`;
  return JSON.parse(await page.run(call)) as R;
}
