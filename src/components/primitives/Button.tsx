import type { ComponentPropsWithRef } from 'react';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `bare` has no look of its own: a word, a token or an equation that can be pressed. */
  readonly look?: 'plain' | 'primary' | 'icon' | 'link' | 'row' | 'bare';
}

/** A native button, of type `button` unless it submits a form. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  const own = look === 'bare' ? 'bare-button' : 'button';
  return (
    <button
      type="button"
      className={className === undefined ? own : `${own} ${className}`}
      data-look={look === 'plain' || look === 'bare' ? undefined : look}
      {...rest}
    />
  );
}
