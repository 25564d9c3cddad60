import type { ReactNode } from 'react';
import { Popover } from '../components/primitives/Popover.tsx';
import { NARROW, useMedia } from '../components/useMedia.ts';
import icon from '../theme/icon.svg';
import './print.css';

/** Pages of the site, by the names in their headers. */
const pages = {
  learn: { label: 'Learn', address: './index.html' },
  explore: { label: 'Explore', address: './index.html#v=1' },
  laboratory: { label: 'Laboratory', address: './lab.html' },
  practice: { label: 'Practice', address: './practice.html' },
  teach: { label: 'Teach', address: './teach.html' },
} as const;
type PageName = keyof typeof pages;

interface LinksProps {
  readonly current: PageName;
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
  readonly current: PageName | null;
  /** Title of a page that is none of the site's. */
  readonly title?: string;
  readonly children?: ReactNode;
}

/** The width at which Explore has no room for the links: it has more controls beside them. */
const NARROW_EXPLORE = '(max-width: 56rem)';

/** Header of a page: the site's name, links to its pages, and the page's own controls. On a small screen the icon opens the links. */
export function PageHeader({ current, exploreHash, title, children }: Props) {
  const narrow = useMedia(`screen and ${current === 'explore' ? NARROW_EXPLORE : NARROW}`);
  const links = current && <PageLinks current={current} exploreHash={exploreHash} />;
  if (links && narrow)
    return (
      <header className="row">
        <h1>
          <Popover
            title="Pages of Gatescope"
            className="page-menu"
            label={
              <>
                <img src={icon} alt="Gatescope" />
                {current !== 'explore' && <b>{pages[current].label}</b>} ▾
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
