/** Name, language, colours, account. */
import { Link } from 'react-router';
import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import type { Session } from '#portal/api/generated/api.ts';
import { setLanguage } from '#portal/language/set-up.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ADDRESS_OF_TASK, isPersonAlone } from '#portal/menus.ts';
import { Bell } from './Bell.tsx';
import { chooseColour, useColour } from './colour.ts';
import { DropMenu } from './DropMenu.tsx';
import { PageHelp } from './PageHelp.tsx';
import { signOut } from './sign-out.ts';

interface Props {
  readonly session: Session | undefined;
  readonly menuOpen: boolean;
  readonly onMenu: (() => void) | null;
}

export function TopBar({ session, menuOpen, onMenu }: Props) {
  const { t, language } = useWords();
  const colour = useColour();
  const Other = colour === 'dark' ? IconSun : IconMoon;
  return (
    <header className="top">
      <div>
        {onMenu && (
          <button
            type="button"
            className="quiet menu-button"
            aria-expanded={menuOpen}
            aria-label={t(menuOpen ? 'app.closeMenu' : 'app.openMenu')}
            onClick={onMenu}
          >
            <IconMenu2 size={22} aria-hidden />
          </button>
        )}
        <Link to="/" className="brand">
          <img src="/favicon.svg" width={28} height={28} alt="" />
          <b>{t('app.name')}</b>
          <span>{t('app.long')}</span>
        </Link>
        <button
          type="button"
          className="quiet"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => void setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'EN' : 'VI'}
          <span className="hidden-text"> – {t('app.languageLabel')}</span>
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={t(colour === 'dark' ? 'app.light' : 'app.dark')}
          onClick={() => chooseColour(colour === 'dark' ? 'light' : 'dark')}
        >
          <Other size={20} aria-hidden />
        </button>
        <PageHelp session={session} />
        {session?.signedIn && <Bell />}
        {session?.signedIn && (
          <DropMenu
            label={
              <>
                <IconUser size={20} aria-hidden />
                <span className="hidden-text">{t('app.account')}: </span>
                <span className="wide-only">{session.person?.name ?? t('app.account')}</span>
              </>
            }
          >
            <Link className="quiet" to={ADDRESS_OF_TASK.own}>
              {t('menu.own')}
            </Link>
            <Link className="quiet" to={ADDRESS_OF_TASK.ownCard}>
              {t('menu.ownCard')}
            </Link>
            {!isPersonAlone(session.grants) && (
              <Link className="quiet" to="/xem-them">
                {t('readings.title')}
              </Link>
            )}
            {session.grants.some(({ onBehalf }) => onBehalf !== undefined) || session.may.includes('rights.delegate') ? (
              <Link className="quiet" to="/uy-quyen">
                {t('lent.title')}
              </Link>
            ) : null}
            <Link className="quiet" to="/khoa-truy-cap">
              {t('passkeys.title')}
            </Link>
            <Link className="quiet" to="/phien-dang-nhap">
              {t('app.mySessions')}
            </Link>
            <button type="button" className="quiet" onClick={() => void signOut()}>
              <IconLogout size={18} aria-hidden />
              {t('app.signOut')}
            </button>
          </DropMenu>
        )}
      </div>
    </header>
  );
}
