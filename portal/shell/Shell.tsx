/** The frame around every screen. */
import { Suspense, useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation, Link } from 'react-router';
import { useSession } from '#portal/api/queries.ts';
import { useEnded } from '#portal/api/session-end.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, SIGN_OF_TASK, taskAt, tasksOf } from '#portal/menus.ts';
import { Waiting } from '#portal/parts/Answered.tsx';
import { useLost } from '#portal/parts/use-lost.ts';
import { StepUpHost } from '#portal/passkeys/StepUpHost.tsx';
import { Broken } from './Broken.tsx';
import { Connection } from './Connection.tsx';
import { DemoStrip } from './DemoStrip.tsx';
import { noteNavigation } from './navigated.ts';
import { PrintedAt } from './PrintedAt.tsx';
import { SessionEnded } from './SessionEnded.tsx';
import { SessionWarning } from './SessionWarning.tsx';
import { SettledAt } from './SettledAt.tsx';
import { TopBar } from './TopBar.tsx';

export function Shell() {
  const { t } = useWords();
  const session = useSession().data;
  const ended = useEnded();
  const { pathname } = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = '';
    noteNavigation();
    setMenuOpen(false);
    window.scrollTo(0, 0);
  }, [pathname]);
  const tasks = session?.signedIn ? tasksOf(session) : [];
  const here = taskAt(pathname);
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      {session?.signedIn && <StepUpHost />}
      {ended && <SessionEnded />}
      <div className="head">
        {session?.demo && <DemoStrip session={session} />}
        <TopBar session={session} menuOpen={menuOpen} onMenu={tasks.length > 0 ? () => setMenuOpen(!menuOpen) : null} />
      </div>
      <div className={tasks.length > 0 ? 'frame' : 'frame bare'}>
        {tasks.length > 0 && (
          <nav className={menuOpen ? 'side open' : 'side'} aria-label={t('app.menu')}>
            <ul>
              {tasks.map((task) => {
                const Sign = SIGN_OF_TASK[task];
                return (
                  <li key={task}>
                    <NavLink to={ADDRESS_OF_TASK[task]} end={task !== here}>
                      <Sign size={20} aria-hidden />
                      {t(`menu.${task}`)}
                    </NavLink>
                  </li>
                );
              })}
            </ul>
          </nav>
        )}
        <div>
          <main id="main" tabIndex={-1}>
            <Connection />
            <PrintedAt />
            <SettledAt page={pathname} />
            {session?.signedIn && <SessionWarning idleMinutes={session.idleMinutes} />}
            <Broken key={pathname}>
              <Suspense fallback={<NotHereYet title={here ? t(`menu.${here}`) : t('app.name')} />}>
                <Outlet />
              </Suspense>
            </Broken>
          </main>
          <footer className="foot">
            <span>{t('app.footer')}</span>
            <Link to="/tro-nang">{t('app.accessibility')}</Link>
            <Link to="/huong-dan">{t('guide.title')}</Link>
            <a href="/problems">{t('app.help')}</a>
          </footer>
        </div>
      </div>
    </>
  );
}

/** A screen whose program has not come yet. Without a connection it may not come for long: the page says by its heading what it will be. */
function NotHereYet({ title }: { readonly title: string }) {
  const lost = useLost();
  return (
    <>
      {lost && <h1>{title}</h1>}
      <Waiting />
    </>
  );
}
