/** Elements that scroll sideways as one. */
export interface ScrollGroup {
  /** Takes part; returns what ends it. */
  join(element: HTMLElement): () => void;
}

export function createScrollGroup(): ScrollGroup {
  const members = new Set<HTMLElement>();
  return {
    join(element) {
      const follow = (): void => {
        for (const other of members) if (other.scrollLeft !== element.scrollLeft) other.scrollLeft = element.scrollLeft;
      };
      const [first] = members;
      if (first) element.scrollLeft = first.scrollLeft;
      members.add(element);
      element.addEventListener('scroll', follow, { passive: true });
      return () => {
        members.delete(element);
        element.removeEventListener('scroll', follow);
      };
    },
  };
}
