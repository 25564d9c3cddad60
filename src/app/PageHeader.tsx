import type { ReactNode } from 'react';
import { Popover } from '../components/primitives/Popover.tsx';
import icon from '../theme/icon.svg';
import './print.css';

/** Pages of the site, by the names in their headers. */
const pages = {
  learn: { label: 'Learn', address: './index.html' },
  explore: { label: 'Explore', address: './index.html#v=1' },
  laboratory: { label: 'Laboratory', address: './lab.html' },
} as const;
type PageName = keyof typeof pages;

interface LinksProps {
  /** Practice is part of Learn and is not listed in the headers of the other pages. */
  readonly current: PageName | 'practice';
  /** Leads to Explore with the view of this hash instead of its first one. */
  readonly exploreHash?: string | undefined;
}

/** Links to the other pages. */
function PageLinks({ current, exploreHash }: LinksProps) {
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
  /** Null for a page without links to others, such as a test. */
  readonly current: PageName | 'practice' | null;
  /** Title of the page, unless its content has one. */
  readonly title?: string;
  /** True where there is no room for the links: the icon of the site opens them. */
  readonly folded?: boolean;
  readonly children?: ReactNode;
}

/** Header of a page: the site's name, links to its pages, and the page's own controls. */
export function PageHeader({ current, exploreHash, title, folded = false, children }: Props) {
  const links = current && <PageLinks current={current} exploreHash={exploreHash} />;
  if (folded)
    return (
      <header className="row">
        <h1>
          <Popover
            title="Pages of Gatescope"
            className="page-menu"
            label={
              <>
                <img src={icon} alt="Gatescope" /> ▾
              </>
            }
          >
            {() => links}
          </Popover>
        </h1>
        {children}
      </header>
    );
  return (
    <header className="row">
      <h1 aria-label={title ? `Gatescope ${title}` : 'Gatescope'}>
        <img src={icon} alt="" /> <span>Gatescope</span> {title && <small>{title}</small>}
      </h1>
      {links}
      {children}
    </header>
  );
}
