/** The frame around every screen. */
import { Suspense, useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation, Link } from 'react-router';
import type { ComponentType } from 'react';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import IconId from '@tabler/icons-react/dist/esm/icons/IconId.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, tasksOf, type TaskName } from '#portal/menus.ts';
import { Waiting } from '#portal/parts/Answered.tsx';
import { Broken } from './Broken.tsx';
import { DemoStrip } from './DemoStrip.tsx';
import { noteNavigation } from './navigated.ts';
import { SessionWarning } from './SessionWarning.tsx';
import { TopBar } from './TopBar.tsx';

const SIGN = {
  home: IconHome,
  template: IconFileSpreadsheet,
  upload: IconUpload,
  submissions: IconInbox,
  confirm: IconUserCheck,
  cases: IconArrowsExchange,
  search: IconSearch,
  lists: IconListDetails,
  audit: IconShieldCheck,
  own: IconUser,
  ownReads: IconEye,
  ownCard: IconId,
  ownData: IconDownload,
} as const satisfies Record<TaskName, ComponentType<{ size?: number }>>;

export function Shell() {
  const { t } = useWords();
  const session = useSession().data;
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
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      {session?.demo && <DemoStrip session={session} />}
      <TopBar session={session} menuOpen={menuOpen} onMenu={tasks.length > 0 ? () => setMenuOpen(!menuOpen) : null} />
      <div className={tasks.length > 0 ? 'frame' : 'frame bare'}>
        {tasks.length > 0 && (
          <nav className={menuOpen ? 'side open' : 'side'} aria-label={t('app.menu')}>
            <ul>
              {tasks.map((task) => {
                const Sign = SIGN[task];
                return (
                  <li key={task}>
                    <NavLink to={ADDRESS_OF_TASK[task]} end={task === 'home' || (task === 'own' && !pathname.startsWith('/toi/nhom/'))}>
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
            {session?.signedIn && <SessionWarning idleMinutes={session.idleMinutes} />}
            <Broken key={pathname}>
              <Suspense fallback={<Waiting />}>
                <Outlet />
              </Suspense>
            </Broken>
          </main>
          <footer className="foot">
            <span>{t('app.footer')}</span>
            <Link to="/tro-nang">{t('app.accessibility')}</Link>
            <a href="/problems">{t('app.help')}</a>
          </footer>
        </div>
      </div>
    </>
  );
}
