/** Whose work one does here besides one's own: rights that were lent, by name, role, agency and last day. Nothing where none holds the act. */
import { Link } from 'react-router';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText } from './format.ts';

export function OnBehalf() {
  const { t, localize } = useWords();
  const lent = (useSession().data?.grants ?? []).filter(({ onBehalf }) => onBehalf !== undefined);
  if (lent.length === 0) return null;
  return (
    <div className="note" data-on-behalf>
      {lent.map(({ role, roleName, body, onBehalf }) => (
        <p key={`${role}${body.id}${onBehalf!.name}${onBehalf!.from}`}>
          {t('lent.onBehalf', {
            name: onBehalf!.name,
            role: localize(roleName),
            body: body.name,
            until: dayText(onBehalf!.until),
          })}{' '}
          <Link to="/uy-quyen">{t('lent.see')}</Link>
        </p>
      ))}
    </div>
  );
}
