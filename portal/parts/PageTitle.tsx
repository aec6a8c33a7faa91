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
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (wasNavigated()) heading.current?.focus({ preventScroll: true });
  }, []);
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
