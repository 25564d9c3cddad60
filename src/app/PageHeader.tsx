import type { ReactNode } from 'react';
import icon from '../theme/icon.svg';

/** The pages of the site, as their headers name them. */
const pages = {
  learn: { label: 'Learn', address: './index.html' },
  explore: { label: 'Explore', address: './index.html#v=1' },
  laboratory: { label: 'Laboratory', address: './lab.html' },
} as const;
type PageName = keyof typeof pages;

interface LinksProps {
  /** Practice is part of learning: the headers of the others do not name it. */
  readonly current: PageName | 'practice';
  /** Leads to Explore with the view of this hash instead of its first one. */
  readonly exploreHash?: string | undefined;
}

/** The ways from one page to the others. */
export function PageLinks({ current, exploreHash }: LinksProps) {
  return (
    <nav className="row page-links" aria-label="Pages">
      {(Object.keys(pages) as PageName[]).map((name) => {
        const { label, address } = pages[name];
        return name === current ? (
          <span key={name} aria-current="page">
            {label}
          </span>
        ) : (
          <a key={name} href={name === 'explore' && exploreHash ? `./index.html#${exploreHash}` : address}>
            {label}
          </a>
        );
      })}
    </nav>
  );
}

interface Props extends Pick<LinksProps, 'exploreHash'> {
  /** Null for a page that leads nowhere else, as a test does. */
  readonly current: PageName | 'practice' | null;
  /** The title of the page, unless there is one beside its name. */
  readonly title?: string;
  readonly children?: ReactNode;
}

/** The head of a page: the name of the site, the ways to its pages, and what the page itself offers. */
export function PageHeader({ current, exploreHash, title, children }: Props) {
  return (
    <header>
      <h1 aria-label={title ? `Gatescope ${title}` : 'Gatescope'}>
        <img src={icon} alt="" /> <span>Gatescope</span> {title && <small>{title}</small>}
      </h1>
      {current && <PageLinks current={current} exploreHash={exploreHash} />}
      {children}
    </header>
  );
}
