import { createRoot, type Root } from 'react-dom/client';
import { addMathsFont } from './addMathsFont.ts';
import { type AttributeName, attributeNames, attributeText, propsOf } from './attributes.ts';
import { GateDiagram, type GateStep } from './GateDiagram.tsx';
import { whenInSight } from './whenInSight.ts';

/** The style sheet of an instance, which the build puts here. */
const STYLE = '__GATESCOPE_STYLE__';

const nameOf: ReadonlyMap<string, AttributeName> = new Map(attributeNames.map((name) => [name.toLowerCase(), name]));

// a server imports this module too, but has neither elements nor style sheets
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
/** One sheet for all elements of a page. */
const sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
sheet?.replaceSync(STYLE);

/**
 * `<gate-diagram>`: the diagram of a recurrent cell as an element of any page. Its attributes are the keys of a link, and
 * `link`; properties of the same names mirror them and take arrays and records as well. The content of the element is
 * shown without scripts, until the diagram comes into sight, and in print.
 *
 * Events bubble and leave shadow trees: `gates-ready` once the diagram is drawn, `gates-step` with a `GateStep` after every
 * step, `gates-error` with a `message` if the attributes or properties cannot be shown.
 */
export class GateDiagramElement extends Base {
  static readonly observedAttributes: readonly string[] = [...nameOf.keys()];

  #root: Root | null = null;
  #asked = false;
  /** Stops waiting until the element is in sight; null while it is not waiting. */
  #stopWaiting: (() => void) | null = null;

  connectedCallback(): void {
    for (const name of attributeNames) this.#upgrade(name);
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    if (this.#root || this.#stopWaiting) return;
    shadow.replaceChildren(placeholder());
    this.#stopWaiting = whenInSight(this, () => {
      this.#stopWaiting = null;
      void addMathsFont().catch(() => {});
      shadow.replaceChildren();
      this.#root = createRoot(shadow);
      this.#render();
      requestAnimationFrame(() => this.#tell('gates-ready', {}));
    });
  }

  /** Runs on removal and on moving. An element that is back in the page by the end of the task keeps its state. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWaiting?.();
      this.#stopWaiting = null;
      this.#root?.unmount();
      this.#root = null;
    });
  }

  /** Moved by `moveBefore`, the element keeps everything. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    if (this.#root) this.#ask();
  }

  /** A property that was set before the element was defined hides the accessor of its class. */
  #upgrade(name: AttributeName): void {
    if (!Object.hasOwn(this, name)) return;
    const own = this as Partial<Record<AttributeName, unknown>>;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }

  /** Renders once for all attributes that change together. */
  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      this.#render();
    });
  }

  #render(): void {
    const given = new Map<AttributeName, string>();
    for (const { name, value } of this.attributes) {
      const attribute = nameOf.get(name);
      if (attribute) given.set(attribute, value);
    }
    this.#root?.render(
      <>
        <GateDiagram
          {...propsOf(given)}
          onStep={(step: GateStep) => this.#tell('gates-step', step)}
          onError={(message) => this.#tell('gates-error', { message })}
        />
        {/* what the page has put inside, for print */}
        <slot className={this.childElementCount > 0 ? 'filled' : ''} />
      </>,
    );
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** The room for a diagram that nobody has seen yet, with the content of the element. */
function placeholder(): Element {
  const place = document.createElement('div');
  place.className = 'gate-place';
  place.append(document.createElement('slot'));
  return place;
}

for (const name of attributeNames)
  Object.defineProperty(GateDiagramElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: GateDiagramElement) {
      return this.getAttribute(name);
    },
    set(this: GateDiagramElement, value: unknown) {
      const text = attributeText(name, value);
      if (text === null) this.removeAttribute(name);
      else this.setAttribute(name, text);
    },
  });

const { customElements } = globalThis;
if (customElements && !customElements.get('gate-diagram')) customElements.define('gate-diagram', GateDiagramElement);
