/** /xac-nhan/:submissionId: people who match and have no warning, confirmed as one act. L makes the list, O opens the next of the sample, S signs. */
import { useLocation, useNavigate, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { useCleanList } from '#portal/api/queries.ts';
import type { CleanList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { useKeys } from '#portal/parts/use-keys.ts';
import { chosenIn } from './chosen.ts';
import { addressOfList, addressOfPerson, aloneOf, nextToOpen, whyNotYet } from './clean-list.ts';
import { ListCounts, ListTables } from './ListFacts.tsx';
import { ListSample } from './ListSample.tsx';
import { ListSigned } from './ListSigned.tsx';

export function ConfirmList() {
  const { t } = useWords();
  const { submissionId = '' } = useParams();
  return (
    <Answered page={t('list.title')} query={useCleanList(submissionId)} lines={6}>
      {(view) => <OneList key={submissionId} view={view} />}
    </Answered>
  );
}

function OneList({ view }: { readonly view: CleanList }) {
  const { t } = useWords();
  const { number } = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { submissionId, list } = view;
  // Ticked in the queue: the list is made of them.
  const chosen = chosenIn(useLocation().state);
  const make = useAct(
    '/confirmation/lists',
    (id: string) => ({ body: { submissionId: id, ...(chosen ? { people: [...chosen] } : {}) } }),
    [],
  );
  const sign = useAct('/confirmation/list-decisions', (listHash: string) => ({ body: { submissionId, listHash } }), [
    ['queue'],
    ['home'],
    ['submissions'],
  ]);
  const makeAnew = (): void => {
    sign.forget();
    make
      .go(submissionId)
      .then((made) => queries.setQueryData(['clean-list', submissionId], made))
      .catch(() => undefined);
  };
  const why = whyNotYet(view);
  const openNext = (): void => {
    const next = list && nextToOpen(list);
    if (next) void navigate(addressOfPerson(submissionId, next), { state: { list: addressOfList(submissionId) } });
  };
  const signNow = (): void => {
    if (list && why === null && !sign.busy) sign.go(list.hash).catch(() => undefined);
  };
  useKeys(sign.answer ? {} : { l: makeAnew, o: openNext, s: signNow });
  return (
    <>
      <PageTitle
        title={t('list.title')}
        back={{ to: '/xac-nhan', label: t('queue.title') }}
        lead={t('list.lead', { body: view.body, number: view.uploadNumber })}
        actions={!sign.answer && <span className="hint wide-only">{t('list.keys')}</span>}
      />
      <div className="stack">
        {sign.answer ? (
          <ListSigned answer={sign.answer} />
        ) : (
          <>
            {view.undecided > 0 && (
              <div className="note warn">
                <h2>{t('list.undecided', { count: number(view.undecided) })}</h2>
                <p>{t('list.undecidedNext')}</p>
              </div>
            )}
            {view.waiting === null ? (
              <section className="panel stack tight" aria-label={t('list.make')}>
                <p>{t('list.what')}</p>
                <p className="soft">{t('list.how')}</p>
                {chosen && <p className="strong">{t('list.ofChosen', { people: number(chosen.length) })}</p>}
              </section>
            ) : (
              <ListCounts view={view} />
            )}
            {list && <ListSample submissionId={submissionId} list={list} />}
            {view.waiting !== null && <ListTables view={view} />}
            {view.waiting !== null && !list && (
              <div className="panel">
                <Empty title={t('list.nobody')} next={t('list.nobodyNext', { count: number(aloneOf(view)) })} />
              </div>
            )}
            {make.error != null && <Failure error={make.error} onRetry={makeAnew} />}
            <div className="bar">
              {sign.error != null && <Failure error={sign.error} onRetry={makeAnew} />}
              <span role="status">{list ? t(`list.ready-${why ?? 'yes'}`, { people: number(list.people) }) : ''}</span>
              <span className="actions">
                <Button variant={list ? 'default' : 'filled'} loading={make.busy} onClick={makeAnew}>
                  {t(view.waiting === null ? 'list.make' : 'list.makeAgain')}
                </Button>
                {list && (
                  <Button loading={sign.busy} disabled={why !== null} onClick={signNow}>
                    {t('list.sign', { people: number(list.people) })}
                  </Button>
                )}
              </span>
              <span className="hint" style={{ flexBasis: '100%' }}>
                {t('decide.attest')}
              </span>
            </div>
          </>
        )}
      </div>
    </>
  );
}
