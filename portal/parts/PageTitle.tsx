/** The heading of a page. It names the document, and takes the focus after a change of page, so that a screen reader reads it. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useWords } from '#portal/language/use-words.ts';
import { wasNavigated } from '#portal/shell/navigated.ts';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
}

export function PageTitle({ title, lead, actions, back }: Props) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  // After a change of page; and where the page became another one under the same address and took away what had the focus (a new file in a submission).
  useEffect(() => {
    if (wasNavigated() && (shown.current === null || document.activeElement === document.body))
      heading.current?.focus({ preventScroll: true });
    shown.current = title;
  }, [title]);
  return (
    <div className="page-head">
      <div>
        {back && (
          <div className="trail no-print">
            <Link to={back.to}>
              <IconArrowLeft className="icon" size={14} aria-hidden /> {back.label}
            </Link>
          </div>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p>{lead}</p>}
      </div>
      {actions && <div className="actions no-print">{actions}</div>}
    </div>
  );
}
