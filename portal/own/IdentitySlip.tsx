/** Of values that the population database keeps: they are corrected there, and the slip by which one asks is printed here. */
import type { MyGroup } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function IdentitySlip({ group }: { readonly group: MyGroup }) {
  const { t, localize } = useWords();
  if (group.code !== 'B') return null;
  const otherwise = group.fields.filter(
    ({ compared, sourceBody }) => sourceBody.kind === 'reference' && compared !== null && !['KHOP', 'CHUA'].includes(compared.level),
  );
  return (
    <section className={`note stack tight ${otherwise.length > 0 ? 'warn' : ''}`} data-identity-slip={otherwise.length}>
      <h2>{t('own.slip')}</h2>
      {otherwise.length > 0 && <p>{t('own.slipDiffers', { fields: otherwise.map(({ label }) => localize(label)).join(', ') })}</p>}
      <p>{t('own.slipWhere')}</p>
      <p>
        <a href="/api/v1/me/identity-slip.pdf" download>
          {t('own.slipPrint')}
        </a>
      </p>
    </section>
  );
}
