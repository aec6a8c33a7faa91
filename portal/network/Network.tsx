/** /ket-noi-mang: whether this computer reaches the system well, and which agencies have checked. */
import { useState } from 'react';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fileAddress } from '#portal/api/client.ts';
import { useNetworkBodies } from '#portal/api/network-queries.ts';
import type { ChosenBodies } from '#portal/api/network-queries.ts';
import type { NetworkBody } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { FilterFold } from '#portal/parts/FilterFold.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { CheckHere } from './CheckHere.tsx';

const STANDINGS = ['failed', 'never', 'passed'] as const;
const TONES = { failed: 'bad', never: 'warn', passed: 'good' } as const;
const isStanding = (text: string): text is (typeof STANDINGS)[number] => (STANDINGS as readonly string[]).includes(text);

export function Network() {
  const { t } = useWords();
  const [chosen, setChosen] = useState<ChosenBodies>({ standing: null, text: '' });
  return (
    <>
      <PageTitle
        title={t('network.title')}
        lead={t('network.lead')}
        actions={
          <Button
            variant="default"
            href={fileAddress('/network-check/bodies.csv', { query: { ...chosen } })}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('network.export')}
          </Button>
        }
      />
      <div className="stack">
        <CheckHere />
        <section className="panel stack" aria-labelledby="network-bodies">
          <h2 id="network-bodies">{t('network.bodies')}</h2>
          <FilterFold label={t('network.filter')}>
            <NativeSelect
              label={t('network.standing')}
              value={chosen.standing ?? ''}
              onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, standing: isStanding(value) ? value : null })}
              data={[
                { value: '', label: t('network.every') },
                ...STANDINGS.map((value) => ({ value, label: t(`network.standings.${value}`) })),
              ]}
            />
            <TextInput
              label={t('network.text')}
              value={chosen.text}
              onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, text: value })}
              autoComplete="off"
              maxLength={100}
            />
          </FilterFold>
          <Bodies chosen={chosen} />
        </section>
      </div>
    </>
  );
}

function Bodies({ chosen }: { readonly chosen: ChosenBodies }) {
  const { t } = useWords();
  const { number } = useFormat();
  const query = useNetworkBodies(chosen);
  return (
    <Answered query={query} lines={6}>
      {(data) => {
        const { failed, never, passed } = data.pages[0]!.totals;
        const items = joined(data);
        return (
          <>
            <p>{t('network.totals', { failed: number(failed), never: number(never), passed: number(passed) })}</p>
            {items.length === 0 ? (
              <Empty title={t('network.none')} next={t('network.noneNext')} />
            ) : (
              <TableScroll label={t('network.bodies')}>
                <table className="cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">{t('network.body')}</th>
                      <th scope="col">{t('network.standing')}</th>
                      <th scope="col">{t('network.last')}</th>
                      <th scope="col">{t('network.found')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <BodyRow key={one.body.id} line={one} />
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            )}
            <MoreButton query={query} />
          </>
        );
      }}
    </Answered>
  );
}

function BodyRow({ line: { body, standing, checkedAt, by, findings } }: { readonly line: NetworkBody }) {
  const { t, localize } = useWords();
  return (
    <tr>
      <th scope="row">
        {body.name} <span className="small soft">{body.code}</span>
      </th>
      <td data-label={t('network.standing')}>
        <Mark tone={TONES[standing]}>{t(`network.standings.${standing}`)}</Mark>
      </td>
      <td data-label={t('network.last')}>
        {checkedAt === null ? '–' : instantText(checkedAt)}
        {by !== null && <span className="small soft"> · {t(`network.by.${by}`)}</span>}
      </td>
      <td data-label={t('network.found')}>
        {findings.length === 0 ? '–' : findings.map(({ code }) => <code key={code}>{code} </code>)}
        {findings.map(({ code, next }) => (
          <p key={code} className="small">
            {localize(next)}
          </p>
        ))}
      </td>
    </tr>
  );
}
