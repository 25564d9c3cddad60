/** A text of one kind that is kept in this browser. What cannot be read is set aside before another text takes its place. */
export interface KeptText<T> {
  /** The text that is kept; null where there is none, or none that can be read. */
  read(): T | null;
  /** Replaces the text; null removes it. False where the browser has no room or allows no page to keep anything. */
  write(text: string | null): boolean;
  /** The text that cannot be read, as of another version; null without one. */
  unread(): string | null;
  /** Removes the text that cannot be read. */
  forgetUnread(): void;
}

/** The text under a key of the browser's storage; `parse` gives null for what it cannot read. */
export function keptText<T>(key: string, parse: (text: string) => T | null): KeptText<T> {
  const aside = `${key}-unread`;
  const stored = (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const broken = (): string | null => {
    const text = stored(key);
    return text !== null && parse(text) === null ? text : null;
  };
  const unread = (): string | null => {
    const texts = [stored(aside), broken()].filter((text) => text !== null);
    return texts.length > 0 ? texts.join('\n') : null;
  };
  return {
    read() {
      const text = stored(key);
      return text === null ? null : parse(text);
    },
    write(text) {
      try {
        if (broken() !== null) localStorage.setItem(aside, unread() ?? '');
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    unread,
    forgetUnread() {
      try {
        localStorage.removeItem(aside);
        if (broken() !== null) localStorage.removeItem(key);
      } catch {
        // a browser that keeps nothing has nothing to forget
      }
    },
  };
}
