/** A small menu on the browser's own disclosure: opens by click, Enter or Space; closes by Escape, by leaving it, and by choosing. */
import { useRef, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly onOpen?: () => void;
}

export function DropMenu({ label, children, onOpen }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (details.current) details.current.open = false;
  };
  return (
    <details
      ref={details}
      className="drop-menu"
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          close();
          details.current?.querySelector('summary')?.focus();
        }
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className="quiet">{label}</summary>
      <div className="drop-list" onClick={close}>
        {children}
      </div>
    </details>
  );
}
