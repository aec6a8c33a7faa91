/** How often data was provided, by kind of provision: numbers of the agency shown and those below it. */
import { useWords } from '#portal/language/use-words.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import type { Board } from '#portal/api/generated/api.ts';

export function Provided({ board: { total, provisions, providedDays } }: { readonly board: Board }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const title = t('board.provided', { days: providedDays });
  return (
    <section className="panel stack" data-provided>
      <h2>{title}</h2>
      <TableScroll label={title}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('board.providedKind')}</th>
              <th scope="col">{t('board.point')}</th>
              <th scope="col" className="num">
                {t('board.times')}
              </th>
            </tr>
          </thead>
          <tbody>
            {provisions.map(({ code, point, label, law }) => (
              <tr key={code} data-kind={code}>
                <th scope="row">{localize(label)}</th>
                <td data-label={t('board.point')}>
                  {point} <span className="small soft">{law}</span>
                </td>
                <td className="num" data-label={t('board.times')}>
                  {number(total[code])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="hint">{t('board.providedWhat')}</p>
    </section>
  );
}
