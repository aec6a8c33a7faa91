/** /thong-bao: what happened to my work and what waits too long; and where the digest of it goes by mail. */
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox, TextInput } from '#portal/parts/fields.tsx';
import { Link } from 'react-router';
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useNoticeMail, useNotices } from '#portal/api/queries.ts';
import type { Notice, NoticeMailSetting } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { MoreButton, joined } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

const STALE = [['notices']] as const;

export function Notices() {
  const { t } = useWords();
  const query = useNotices();
  const seen = useAct('/notices/seen', (id: string | null) => ({ body: id === null ? {} : { id } }), STALE);
  return (
    <>
      <PageTitle title={t('notices.title')} lead={t('notices.lead')} />
      <div className="stack">
        {seen.error !== null && <Failure error={seen.error} />}
        <Answered query={query} lines={4}>
          {(data) => {
            const notices = joined(data);
            const unseen = data.pages[0]?.unseen ?? 0;
            return notices.length === 0 ? (
              <div className="panel">
                <Empty title={t('notices.empty')} next={t('notices.emptyNext')} />
              </div>
            ) : (
              <>
                {unseen > 0 && (
                  <p>
                    <Button
                      variant="default"
                      size="compact-md"
                      loading={seen.busy}
                      onClick={() => void seen.go(null).catch(() => undefined)}
                    >
                      {t('notices.seenAll')}
                    </Button>
                  </p>
                )}
                <div className="panel">
                  <ul className="plain stack tight">
                    {notices.map((one) => (
                      <NoticeRow key={one.id} notice={one} onOpen={() => void seen.go(one.id).catch(() => undefined)} />
                    ))}
                  </ul>
                </div>
                <MoreButton query={query} />
              </>
            );
          }}
        </Answered>
        <MailSetting />
      </div>
    </>
  );
}

function NoticeRow({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const { t, localize } = useWords();
  const isNew = notice.seenAt === null;
  return (
    <li>
      <p>
        <Link className={isNew ? 'strong' : ''} to={notice.href} onClick={isNew ? onOpen : undefined}>
          {localize(notice.title)}
        </Link>{' '}
        {isNew && <Mark tone="warn">{t('notices.isNew')}</Mark>}
      </p>
      <p className="small soft">
        {instantText(notice.changedAt)}
        {notice.mailDay !== null && ` · ${t('notices.mailed', { day: dayText(notice.mailDay) })}`}
      </p>
    </li>
  );
}

function MailSetting() {
  const { t } = useWords();
  const query = useNoticeMail();
  return (
    <section className="panel stack" aria-labelledby="notice-mail">
      <h2 id="notice-mail">{t('notices.mailTitle')}</h2>
      <p>{t('notices.mailLead')}</p>
      <Answered query={query} lines={2}>
        {(setting) => (setting.sends ? <MailForm setting={setting} /> : <p className="soft">{t('notices.mailNone')}</p>)}
      </Answered>
    </section>
  );
}

function MailForm({ setting }: { readonly setting: NoticeMailSetting }) {
  const { t } = useWords();
  const save = useAct('/notices/mail', (body: Acts['/notices/mail']['asked']['body']) => ({ body }), STALE);
  const [wantsMail, setWantsMail] = useState(setting.address === null || setting.wantsMail);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get('address') ?? '');
    void save.go({ address, wantsMail }).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {save.error !== null && <Failure error={save.error} />}
      {save.answer && (
        <div className="note good" role="status">
          {t('notices.saved')}
        </div>
      )}
      {setting.stopped && <div className="note bad">{t('notices.stopped')}</div>}
      <TextInput
        name="address"
        type="email"
        label={t('notices.address')}
        autoComplete="email"
        maxLength={200}
        defaultValue={setting.address ?? ''}
        style={{ maxWidth: '24rem' }}
        required
      />
      <Checkbox label={t('notices.wantsMail')} checked={wantsMail} onChange={(event) => setWantsMail(event.currentTarget.checked)} />
      {setting.last !== null && <p className="small soft">{t(`notices.last.${setting.last.state}`, { day: dayText(setting.last.day) })}</p>}
      <p>
        <Button type="submit" loading={save.busy}>
          {t('notices.save')}
        </Button>
      </p>
    </form>
  );
}
