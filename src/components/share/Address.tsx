import { useEffect } from 'react';
import { home } from '../../presets/index.ts';
import { useInstance } from '../../store/context.tsx';
import { bindUrl, type UrlOptions } from './bindUrl.ts';

type AddressProps = Required<Pick<UrlOptions, 'since' | 'onNotices'>>;

/** Ties the instance around it to the address of the page. */
export function Address({ since, onNotices }: AddressProps) {
  const gatescope = useInstance();
  useEffect(() => bindUrl(gatescope, { home, since, onNotices }), [gatescope, since, onNotices]);
  return null;
}
