/** Help of the page at hand: what it is for, three steps, whom to turn to at one's agency, and where the whole guide stands. */
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import IconHelp from '@tabler/icons-react/dist/esm/icons/IconHelp.mjs';
import type { Session } from '#portal/api/generated/api.ts';
import { useBodyContact } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { DropMenu } from './DropMenu.tsx';

export function PageHelp({ session }: { readonly session: Session | undefined }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [asked, setAsked] = useState(false);
  const bodyId = session?.grants[0]?.body.id;
  const isHere = asked && session?.signedIn === true;
  return (
    <DropMenu
      onOpen={() => setAsked(true)}
      label={
        <>
          <IconHelp size={20} aria-hidden />
          <span className="hidden-text">{t('pageHelp.title')}</span>
        </>
      }
    >
      <div className="page-help stack tight">
        {asked && <Steps pathname={pathname} />}
        {isHere && bodyId !== undefined && <Contact bodyId={bodyId} />}
        <p>
          <Link to="/huong-dan">{t('pageHelp.guide')}</Link>
          {' · '}
          <a href="/problems">{t('app.help')}</a>
        </p>
      </div>
    </DropMenu>
  );
}

function Steps({ pathname }: { readonly pathname: string }) {
  const { localize } = useWords();
  const { data } = useQuery({
    queryKey: ['page-help'],
    queryFn: () => import('#portal/guide/page-help.ts'),
    staleTime: Infinity,
  });
  const help = data?.helpAt(pathname) ?? null;
  if (help === null) return null;
  const { what, steps } = help;
  return (
    <>
      <p>{localize(what)}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.vi}>{localize(step)}</li>
        ))}
      </ol>
    </>
  );
}

/** Whom to turn to; asked for when the help is opened. */
function Contact({ bodyId }: { readonly bodyId: string }) {
  const { t } = useWords();
  const { data } = useBodyContact(bodyId);
  if (data === undefined) return null;
  const parts = [data.phone, data.email, data.place].filter((part) => part !== null);
  return (
    <p className="small">
      {parts.length === 0 || data.body === null
        ? t('pageHelp.noContact')
        : t('pageHelp.contact', { body: data.body.name, contact: parts.join(' · ') })}
    </p>
  );
}
