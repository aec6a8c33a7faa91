/** /nap-lan-dau: where first loads stand open, by which decision; the loads; opening, closing, beginning for who may. */
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import { useFirstLoads } from '#portal/api/first-load-queries.ts';
import type { FirstLoadList, FirstLoadWindow } from '#portal/api/generated/api.ts';
import { FindBody } from '#portal/bodies/FindBody.tsx';
import { todayInVietnam } from '#portal/clock.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput, Textarea } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { StateOfLoad } from './StateOfLoad.tsx';

const LISTS = [['first-loads']] as const;

export function FirstLoads() {
  const { t } = useWords();
  const [opening, setOpening] = useState(false);
  return (
    <Answered query={useFirstLoads()} lines={6}>
      {(data) => (
        <>
          <PageTitle
            title={t('firstLoad.title')}
            lead={t('firstLoad.lead')}
            actions={mayDo(data, 'first-load.open') && <Button onClick={() => setOpening(true)}>{t('firstLoad.open')}</Button>}
          />
          <div className="stack">
            <Loads data={data} />
            <Windows windows={data.windows} loads={data.loads} />
          </div>
          {opening && <OpenWindow onClose={() => setOpening(false)} />}
        </>
      )}
    </Answered>
  );
}

function Loads({ data: { loads } }: { readonly data: FirstLoadList }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <section className="panel flush" aria-label={t('firstLoad.loads')}>
      <div className="panel-head">
        <h2>{t('firstLoad.loads')}</h2>
      </div>
      {loads.length === 0 ? (
        <Empty title={t('firstLoad.none')} next={t('firstLoad.noneNext')} />
      ) : (
        <TableScroll label={t('firstLoad.loads')}>
          <table className="cards-on-phone" data-first-loads>
            <thead>
              <tr>
                <th scope="col">{t('firstLoad.body')}</th>
                <th scope="col">{t('firstLoad.asOf')}</th>
                <th scope="col">{t('firstLoad.parts')}</th>
                <th scope="col">{t('firstLoad.people')}</th>
                <th scope="col">{t('firstLoad.stateHead')}</th>
              </tr>
            </thead>
            <tbody>
              {loads.map((load) => (
                <tr key={load.id}>
                  <th scope="row">
                    <Link to={`/nap-lan-dau/${load.id}`} className="strong">
                      {load.bodyName}
                    </Link>
                  </th>
                  <td data-label={t('firstLoad.asOf')}>{dayText(load.asOf)}</td>
                  <td data-label={t('firstLoad.parts')}>{number(load.parts)}</td>
                  <td data-label={t('firstLoad.people')}>{load.people === 0 ? '–' : `${number(load.done)} / ${number(load.people)}`}</td>
                  <td data-label={t('firstLoad.stateHead')}>
                    <StateOfLoad state={load.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

const OVER: ReadonlySet<string> = new Set(['registered', 'withdrawn']);

function Windows({ windows, loads }: Pick<FirstLoadList, 'windows' | 'loads'>) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<{ readonly window: FirstLoadWindow; readonly act: 'begin' | 'close' } | null>(null);
  const isUnderWay = (bodyId: string): boolean => loads.some((load) => load.bodyId === bodyId && !OVER.has(load.state));
  return (
    <section className="panel flush" aria-label={t('firstLoad.windows')}>
      <div className="panel-head">
        <h2>{t('firstLoad.windows')}</h2>
      </div>
      {windows.length === 0 ? (
        <Empty title={t('firstLoad.noWindow')} next={t('firstLoad.noWindowNext')} />
      ) : (
        <TableScroll label={t('firstLoad.windows')}>
          <table className="cards-on-phone">
            <thead>
              <tr>
                <th scope="col">{t('firstLoad.body')}</th>
                <th scope="col">{t('firstLoad.days')}</th>
                <th scope="col">{t('firstLoad.decision')}</th>
                <th scope="col">{t('firstLoad.stateHead')}</th>
              </tr>
            </thead>
            <tbody>
              {windows.map((window) => (
                <tr key={window.id}>
                  <th scope="row">{window.bodyName}</th>
                  <td data-label={t('firstLoad.days')}>
                    {dayText(window.opensOn)} – {dayText(window.lastDay)}
                  </td>
                  <td data-label={t('firstLoad.decision')}>
                    {window.decision.number}, {dayText(window.decision.day)}, {window.decision.signer}
                  </td>
                  <td data-label={t('firstLoad.stateHead')}>
                    <div className="row">
                      {window.stands ? <Mark tone="good">{t('firstLoad.stands')}</Mark> : <Mark tone="off">{t('firstLoad.closed')}</Mark>}
                      {window.closedWhy !== null && <span className="soft small">{window.closedWhy}</span>}
                      {window.stands && mayDo(window, 'upload.create') && !isUnderWay(window.bodyId) && (
                        <Button size="compact-md" onClick={() => setChosen({ window, act: 'begin' })}>
                          {t('firstLoad.begin')}
                        </Button>
                      )}
                      {window.closedAt === null && mayDo(window, 'first-load.open') && (
                        <Button size="compact-md" variant="default" onClick={() => setChosen({ window, act: 'close' })}>
                          {t('firstLoad.close')}
                        </Button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {chosen?.act === 'begin' && <Begin window={chosen.window} onClose={() => setChosen(null)} />}
      {chosen?.act === 'close' && <CloseWindow window={chosen.window} onClose={() => setChosen(null)} />}
    </section>
  );
}

interface OfWindow {
  readonly window: FirstLoadWindow;
  readonly onClose: () => void;
}

function Begin({ window, onClose }: OfWindow) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [asOf, setAsOf] = useState(todayInVietnam());
  const begin = useAct('/first-loads', (day: string) => ({ body: { body: window.bodyId, asOf: day } }), LISTS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    begin.go(asOf).then(
      ({ id }) => void navigate(`/nap-lan-dau/${id}`),
      () => undefined, // the failure is shown
    );
  };
  return (
    <Dialog title={t('firstLoad.begin')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{window.bodyName}</p>
        <TextInput
          type="date"
          label={t('firstLoad.asOf')}
          description={t('firstLoad.asOfHint')}
          value={asOf}
          max={todayInVietnam()}
          required
          onChange={(event) => setAsOf(event.currentTarget.value)}
        />
        {begin.error != null && <Failure error={begin.error} />}
        <div className="actions">
          <Button type="submit" loading={begin.busy}>
            {t('firstLoad.begin')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function CloseWindow({ window, onClose }: OfWindow) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const close = useAct('/first-load-windows/{id}/close', (why: string) => ({ path: { id: window.id }, body: { note: why } }), LISTS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    close.go(note.trim()).then(onClose, () => undefined);
  };
  return (
    <Dialog title={t('firstLoad.close')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{window.bodyName}</p>
        <Textarea
          label={t('firstLoad.reason')}
          rows={3}
          minLength={3}
          maxLength={500}
          required
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {close.error != null && <Failure error={close.error} />}
        <div className="actions">
          <Button type="submit" loading={close.busy}>
            {t('firstLoad.close')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The ministry's act. */
function OpenWindow({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [body, setBody] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [given, setGiven] = useState({ opensOn: todayInVietnam(), lastDay: '', number: '', day: '', signer: '' });
  const open = useAct(
    '/first-load-windows',
    (bodyId: string) => ({
      body: {
        body: bodyId,
        opensOn: given.opensOn,
        lastDay: given.lastDay,
        decision: { number: given.number.trim(), day: given.day, signer: given.signer.trim() },
      },
    }),
    LISTS,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body) open.go(body.id).then(onClose, () => undefined);
  };
  const field = (name: keyof typeof given, type: 'date' | 'text') => (
    <TextInput
      type={type}
      label={t(`firstLoad.field.${name}`)}
      value={given[name]}
      maxLength={type === 'text' ? 60 : undefined}
      required
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog title={t('firstLoad.open')} onClose={onClose}>
      <div className="stack">
        {body === null ? (
          <FindBody label={t('firstLoad.findBody')}>
            {(found) => (
              <Button size="compact-md" variant="default" onClick={() => setBody(found)}>
                {found.name}
              </Button>
            )}
          </FindBody>
        ) : (
          <form className="stack" onSubmit={submit}>
            <p className="strong">{body.name}</p>
            <div className="row">
              {field('opensOn', 'date')}
              {field('lastDay', 'date')}
            </div>
            <div className="row">
              {field('number', 'text')}
              {field('day', 'date')}
            </div>
            {field('signer', 'text')}
            {open.error != null && <Failure error={open.error} />}
            <div className="actions">
              <Button type="submit" loading={open.busy}>
                {t('firstLoad.open')}
              </Button>
              <Button variant="default" onClick={() => setBody(null)}>
                {t('firstLoad.otherBody')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  );
}
