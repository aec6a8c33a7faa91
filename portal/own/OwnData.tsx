/** /toi/du-lieu: my data to take along, on paper and for machines. */
import './own.css';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fileAddress } from '#portal/api/client.ts';
import { useMe, useMyAttestations } from '#portal/api/queries.ts';
import { PrintForms } from '#portal/people/PrintForms.tsx';
import { MyCvs } from '#portal/conversions/Cvs.tsx';
import { Attestations } from '#portal/attestations/Attestations.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

const FORMS = ['pdf', 'json'] as const;

export function OwnData() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('own.data')} lead={t('own.dataLead')} />
      <Answered query={useMe()}>
        {(me) =>
          me.registered ? (
            <div className="stack">
              <div className="halves">
                {FORMS.map((form) => (
                  <section key={form} className="panel stack tight">
                    <h2>{t(`own.data-${form}`)}</h2>
                    <p>{t(`own.data-${form}-what`)}</p>
                    <div>
                      <Button
                        href={fileAddress(`/me/data.${form}`, {})}
                        download
                        variant={form === 'pdf' ? 'filled' : 'default'}
                        leftSection={<IconDownload size={18} aria-hidden />}
                      >
                        {t(`own.data-${form}-get`)}
                      </Button>
                    </div>
                  </section>
                ))}
              </div>
              <MyCvs />
              <section className="panel stack tight">
                <h2>{t('own.forms')}</h2>
                <p>{t('own.formsWhat')}</p>
                <PrintForms addressOf={(form) => fileAddress('/me/forms/{form}', { path: { form } })} />
              </section>
              <MyAttestations />
              <section className="note warn stack tight">
                <h2>{t('own.dataCare')}</h2>
                <p>{t('own.dataCareWhat')}</p>
              </section>
              <p>
                <Link to="/phien-dang-nhap">{t('app.mySessions')}</Link>
              </p>
            </div>
          ) : (
            <div className="panel">
              <Empty title={t('own.notRegistered')} next={t('own.notRegisteredNext')} />
            </div>
          )
        }
      </Answered>
    </>
  );
}

function MyAttestations() {
  const query = useMyAttestations();
  return (
    <Attestations
      query={query}
      addressOf={(id, form) =>
        form === 'pdf' ? fileAddress('/me/attestations/{id}.pdf', { path: { id } }) : fileAddress('/me/attestations/{id}', { path: { id } })
      }
    />
  );
}
