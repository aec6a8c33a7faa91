/** What is dated of a body: names and parents, codes, attributes, posts, who goes on as whom. */
import { Link } from 'react-router';
import type { BodyPage } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly more: string;
  readonly from: string;
  readonly until: string | null;
  readonly mark?: string | null;
}
/** Days before this are "since ever": the sources do not say since when. */
const SINCE_EVER = '1900-01-01';

export function BodyDays({ page }: { readonly page: BodyPage }) {
  const { t, localize } = useWords();
  const parts: readonly (readonly [title: 'names' | 'codes' | 'attributes' | 'posts', rows: readonly Row[]])[] = [
    [
      'names',
      page.names.map((one) => ({
        key: `${one.from} ${one.name}`,
        what: one.name,
        more: [one.parent === null ? null : t('bodies.under', { name: one.parent }), one.source === '' ? null : one.source]
          .filter(Boolean)
          .join(' · '),
        from: one.from,
        until: one.until,
      })),
    ],
    [
      'codes',
      page.codes.map((one) => ({
        key: `${one.scheme} ${one.code} ${one.from}`,
        what: one.code,
        more: [t(`bodies.scheme.${one.scheme}`), one.source === null ? null : t('bodies.codeBy', { source: one.source })]
          .filter(Boolean)
          .join(' · '),
        from: one.from,
        until: one.until,
        mark: one.confidence === 'uncertain' ? t('common.codeUncertain') : one.confidence === 'demo' ? t('bodies.sample') : null,
      })),
    ],
    [
      'attributes',
      page.attributes.map((one) => ({
        key: `${one.name} ${one.from}`,
        what: localize(one.valueName),
        more: t('bodies.fields.value'),
        from: one.from,
        until: one.until,
        mark: one.confidence === 'demo' ? t('bodies.sample') : null,
      })),
    ],
    [
      'posts',
      page.posts.map((one) => ({
        key: `${one.kind} ${one.from}`,
        what: `${one.posts}`,
        more: localize(one.kindName),
        from: one.from,
        until: one.until,
      })),
    ],
  ];
  return (
    <>
      {parts
        .filter(([, rows]) => rows.length > 0)
        .map(([title, rows]) => (
          <section key={title} className="panel flush" aria-labelledby={`days-${title}`}>
            <h2 id={`days-${title}`} className="panel-head">
              {t(`bodies.days.${title}`)}
            </h2>
            <TableScroll label={t(`bodies.days.${title}`)}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t(`bodies.days.${title}`)}</th>
                    <th scope="col">{t('bodies.from')}</th>
                    <th scope="col">{t('bodies.until')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key}>
                      <th scope="row">
                        {row.what} {row.mark && <Mark tone="warn">{row.mark}</Mark>}
                        {row.more !== '' && <span className="soft small"> · {row.more}</span>}
                      </th>
                      <td>{row.from === SINCE_EVER ? t('bodies.sinceEver') : dayText(row.from)}</td>
                      <td>{row.until === null ? '–' : t('bodies.before', { day: dayText(row.until) })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </section>
        ))}
      {page.links.length > 0 && (
        <section className="panel" aria-labelledby="days-links">
          <h2 id="days-links">{t('bodies.days.links')}</h2>
          <ul className="plain">
            {page.links.map((link) => (
              <li key={`${link.other.id} ${link.on}`}>
                {dayText(link.on)}: {t(link.side === 'to' ? 'bodies.goesOnAs' : 'bodies.cameFrom')}{' '}
                <Link to={`/co-quan/${link.other.id}`}>{link.other.name}</Link>
                {!link.whole && ` (${t('bodies.inPart')})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
