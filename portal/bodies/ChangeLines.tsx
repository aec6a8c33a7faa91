/** What a change does, line by line: which body, what it was, what it will be. */
import { Link } from 'react-router';
import type { BodyChangeLine } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { CodeMark } from '#portal/parts/CodeMark.tsx';

export function ChangeLines({ lines }: { readonly lines: readonly BodyChangeLine[] }) {
  const { t } = useWords();
  return (
    <ul className="plain stack tight">
      {lines.map(({ kind, body, before, after, uncertain }, at) => (
        <li key={`${body.id} ${kind} ${at}`}>
          <strong>{t(`bodies.kind.${kind}`)}</strong>: {kind === 'make' ? body.name : <Link to={`/co-quan/${body.id}`}>{body.name}</Link>}
          {kind === 'make' && after !== null && ` (${t('bodies.under', { name: after })})`}
          {kind !== 'make' && kind !== 'end' && (
            <>
              {before !== null && (
                <>
                  {' · '}
                  <del>{before}</del>
                </>
              )}
              {after !== null && (
                <>
                  {' → '}
                  <ins>{after}</ins>
                </>
              )}
              {uncertain !== null && (
                <>
                  {' '}
                  <CodeMark standing="uncertain" /> <span className="soft small">{t('bodies.codeBy', { source: uncertain })}</span>
                </>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
