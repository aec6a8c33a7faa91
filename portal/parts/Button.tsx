/** A button, or a link that looks like one: with `to` to a screen of ours, with `href` to any other address. */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';

interface Look {
  /** filled: the one act of the page; default: every other; subtle: what stands in a line of text */
  readonly variant?: 'filled' | 'default' | 'subtle';
  readonly size?: 'compact-sm' | 'compact-md' | 'sm' | 'md';
  readonly leftSection?: ReactNode;
  /** an answer is awaited: it does nothing, and keeps the focus, which a disabled button loses */
  readonly loading?: boolean;
  /** it does nothing now and keeps the focus: another one is awaited, or it was pressed and is done */
  readonly idle?: boolean;
  readonly children?: ReactNode;
}
type AsButton = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & { readonly ref?: Ref<HTMLButtonElement>; readonly to?: undefined; readonly href?: undefined };
type AsLink = Look & Omit<LinkProps, 'children'> & { readonly ref?: Ref<HTMLAnchorElement>; readonly href?: undefined };
type AsAnchor = Look & AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string; readonly to?: undefined };

const stays = (event: MouseEvent): void => event.preventDefault();

export function Button({
  variant = 'filled',
  size = 'sm',
  leftSection,
  loading = false,
  idle = false,
  children,
  ...rest
}: AsButton | AsLink | AsAnchor) {
  const className = `button ${variant} ${size}`;
  const inside = (
    <>
      {leftSection}
      <span>{children}</span>
    </>
  );
  if (rest.to !== undefined)
    return (
      <Link {...rest} className={className}>
        {inside}
      </Link>
    );
  if (rest.href !== undefined)
    return (
      <a {...rest} className={className}>
        {inside}
      </a>
    );
  return (
    <button
      type="button"
      {...rest}
      className={className}
      {...(loading || idle ? { 'aria-disabled': true, onClick: stays } : {})}
      {...(loading ? { 'aria-busy': true } : {})}
    >
      {inside}
    </button>
  );
}
