/**
 * Loads something when it is first asked for, and calls `onLoad` once it is there. Until then there is null; so there is where
 * it cannot be loaded, and it is asked for again.
 */
export function lazily<T>(load: () => Promise<T | null>, onLoad: () => void): () => T | null {
  let loaded: T | null = null;
  let asked = false;
  const ask = async (): Promise<void> => {
    try {
      loaded = await load();
    } catch {
      asked = false;
      return;
    }
    if (loaded !== null) onLoad();
  };
  return () => {
    if (!asked) void ask();
    asked = true;
    return loaded;
  };
}
