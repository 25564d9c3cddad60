import { type Engine, type EnginePage, LIGHT, type Media } from './engine.ts';
import { complaintsOf } from './site.ts';

/** The acts of a reader on a page and what must come of them, the same in every engine. */
export interface Check {
  /** The page, and what is done, in a few words. */
  readonly name: string;
  /** The preferences of the reader's system; by default light and motion. */
  readonly media?: Media;
  /**
   * Does it. Throws a sentence if something is not as expected. Returns what was shown, which must be the same in every
   * engine.
   */
  run(page: EnginePage, site: string): Promise<unknown>;
}

/** The result of a check: what is wrong, or null, and what was shown. */
export interface Outcome {
  readonly fault: string | null;
  readonly shown: unknown;
}

/** Throws a sentence unless both are the same as JSON. */
export function same(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what}: ${one.slice(0, 200)} in place of ${other.slice(0, 200)}`);
}

/** The outcome of each check in an engine; `keep` gets the window after it. */
export async function resultsOf(
  engine: Engine,
  checks: readonly Check[],
  site: string,
  keep: (name: string, picture: Uint8Array) => void,
): Promise<{ readonly version: string; readonly outcomes: readonly Outcome[] }> {
  const outcomes: Outcome[] = [];
  let version = engine.name;
  let open = null as { readonly media: Media; readonly page: EnginePage } | null;
  for (const { name, media = LIGHT, run } of checks) {
    if (open?.media !== media) {
      await open?.page.close();
      open = { media, page: await engine.launch(media) };
      version = open.page.version;
    }
    const { page } = open;
    const complaints: string[] = [];
    const go = async (address: string): Promise<void> => {
      complaints.push(...(await complaintsOf(page)));
      await page.go(address);
    };
    let fault: string | null = null;
    let shown: unknown = null;
    try {
      await page.go('about:blank');
      await page.resize(1024, 768);
      shown = await run({ ...page, go }, site);
      complaints.push(...(await complaintsOf(page)));
    } catch (error) {
      fault = (error as Error).message;
    }
    keep(name, await page.picture());
    outcomes.push({ fault: fault ?? complaints[0] ?? null, shown });
    console.log(`${version}: ${name}${outcomes.at(-1)?.fault ? `: ${outcomes.at(-1)?.fault}` : ''}`);
  }
  await open?.page.close();
  return { version, outcomes };
}

/** The outcome, with a fault where something else was shown than in another engine. */
export function differenceOf(outcome: Outcome, other: Outcome, engine: string): Outcome {
  if (outcome.fault !== null || other.fault !== null) return outcome;
  const [one, two] = [outcome.shown, other.shown].map((shown) => JSON.stringify(shown, null, 1).split('\n'));
  const line = one.findIndex((text, k) => text !== two[k]);
  if (line < 0 && one.length === two.length) return outcome;
  return {
    ...outcome,
    fault: `shows ${one[line]?.trim()} where ${engine} shows ${two[line < 0 ? one.length : line]?.trim()}`,
  };
}
