/** The model of a widget as notebooks give it to a module of the anywidget form (https://anywidget.dev/en/afm/). */
export interface WidgetModel {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
  /** Sends what was set to the kernel. */
  save_changes(): void;
}

/** A trait as a text; empty where it is missing or something else. */
export function textOf(model: WidgetModel, name: string): string {
  const value = model.get(name);
  return typeof value === 'string' ? value : '';
}

/** Calls back when any of these traits changes. Returns how to stop. */
export function onChange(model: WidgetModel, names: readonly string[], listener: () => void): () => void {
  for (const name of names) model.on(`change:${name}`, listener);
  return () => {
    for (const name of names) model.off(`change:${name}`, listener);
  };
}
