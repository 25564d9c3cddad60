/**
 * The model of a widget as notebooks give it to a module of the anywidget form (https://anywidget.dev/en/afm/). Where no
 * kernel runs, `off` and `save_changes` may throw: those of MyST do.
 */
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

/** Sets traits and sends them to the kernel if there is one. */
export function tell(model: WidgetModel, traits: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(traits)) model.set(name, value);
  unlessRefused(() => model.save_changes());
}

/** Calls back when any of these traits changes. Returns how to stop. */
export function onChange(model: WidgetModel, names: readonly string[], listener: () => void): () => void {
  let stopped = false;
  const heard = (): void => {
    if (!stopped) listener();
  };
  for (const name of names) model.on(`change:${name}`, heard);
  return () => {
    stopped = true;
    for (const name of names) unlessRefused(() => model.off(`change:${name}`, heard));
  };
}

/** Calls a method of a model that its host may not have. */
function unlessRefused(call: () => void): void {
  try {
    call();
  } catch {
    // the view goes on without it
  }
}
