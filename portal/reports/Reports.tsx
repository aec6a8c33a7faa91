/** /bao-cao: which reports were made, and making one. Numbers alone. */
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import { useBodiesToReport, useFirstBodyToReport, useReportDefinitions, useReports } from '#portal/api/report-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { AskOne } from './AskOne.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

export function Reports() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('report.title')} lead={t('report.lead')} />
      <div className="stack">
        <AskOne />
        <MakeOne />
        <Kept />
      </div>
    </>
  );
}

interface Asked {
  readonly definition: string;
  readonly bodyId: string;
  readonly validOn: string;
  readonly treeOn: string;
}

function MakeOne() {
  const { t, localize } = useWords();
  const go = useNavigate();
  const definitions = useReportDefinitions();
  const bodies = useBodiesToReport();
  const first = useFirstBodyToReport();
  const make = useAct(
    '/reports',
    ({ definition, bodyId, validOn, treeOn }: Asked) => ({
      body: { definition, bodyId, ...(validOn === '' ? {} : { validOn }), ...(treeOn === '' ? {} : { treeOn }) },
    }),
    [['reports']],
  );
  const [chosen, setChosen] = useState<Partial<Asked>>({});
  const definition = chosen.definition ?? definitions.data?.[0]?.id ?? '';
  const bodyId = chosen.bodyId ?? first ?? '';
  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (bodyId === '') return;
        make
          .go({ validOn: '', treeOn: '', ...chosen, definition, bodyId })
          .then(({ number }) => go(`/bao-cao/${number}`))
          .catch(() => undefined); // shown below
      }}
    >
      <h2>{t('report.make')}</h2>
      <div className="form">
        <NativeSelect
          label={t('report.definition')}
          name="definition"
          value={definition}
          data={(definitions.data ?? []).map(({ id, title }) => ({ value: id, label: `${id} · ${localize(title)}` }))}
          onChange={(event) => setChosen({ ...chosen, definition: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('report.body')}
          name="body"
          value={bodyId}
          data={(bodies.data ?? []).map(({ id, code, name }) => ({ value: id, label: `${name} · ${code}` }))}
          onChange={(event) => setChosen({ ...chosen, bodyId: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('report.validOn')}
          name="valid-on"
          value={chosen.validOn ?? ''}
          onChange={(event) => setChosen({ ...chosen, validOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('report.treeOn')}
          description={t('report.treeHint')}
          name="tree-on"
          value={chosen.treeOn ?? ''}
          onChange={(event) => setChosen({ ...chosen, treeOn: event.currentTarget.value })}
        />
      </div>
      <div className="actions">
        <Button type="submit" loading={make.busy}>
          {t('report.make')}
        </Button>
      </div>
      {make.error !== null && <Failure error={make.error} />}
    </form>
  );
}

function Kept() {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const query = useReports();
  return (
    <section className="panel flush" aria-labelledby="kept-reports">
      <div className="panel-head">
        <h2 id="kept-reports">{t('report.kept')}</h2>
      </div>
      <Answered query={query} lines={4}>
        {(items) =>
          items.length === 0 ? (
            <p className="pad soft">{t('report.none')}</p>
          ) : (
            <TableScroll label={t('report.kept')}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t('report.number')}</th>
                    <th scope="col">{t('report.definition')}</th>
                    <th scope="col">{t('report.agency')}</th>
                    <th scope="col">{t('report.validOn')}</th>
                    <th scope="col" className="num">
                      {t('report.people')}
                    </th>
                    <th scope="col">{t('report.madeAt')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.number}>
                      <th scope="row">
                        <Link to={`/bao-cao/${one.number}`}>{one.number}</Link>
                      </th>
                      <td data-label={t('report.definition')}>{localize(one.title)}</td>
                      <td data-label={t('report.agency')}>{one.bodyName}</td>
                      <td data-label={t('report.validOn')}>{dayText(one.validOn)}</td>
                      <td className="num" data-label={t('report.people')}>
                        {number(one.total)}
                      </td>
                      <td data-label={t('report.madeAt')}>{instantText(one.at)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Answered>
    </section>
  );
}
