/** Address → screen, from what the folders declare. The way in comes with the first load; every other screen is fetched when it is opened. */
import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { SCREENS } from '#portal/generated/screens.ts';
import { Home } from '#portal/home/Home.tsx';
import { asksOf } from '#portal/menus.ts';
import { fetchedPart } from '#portal/parts/fetched.ts';
import type { Screen } from '#portal/screen.ts';
import { Admitted } from '#portal/shell/Admitted.tsx';
import { NotFound } from '#portal/shell/NotFound.tsx';
import { Shell } from '#portal/shell/Shell.tsx';

type FirstAddress = Extract<(typeof SCREENS)[number], { readonly load: null }>['address'];
const WITH_FIRST_LOAD: Readonly<Record<FirstAddress, ComponentType>> = { '/': Home };

const ROUTES = SCREENS.map((screen) => {
  const { address, load, words }: Screen = screen;
  const Shown = load === null ? WITH_FIRST_LOAD[address as FirstAddress] : fetchedPart(load, words);
  const asks = asksOf(screen);
  return (
    <Route
      key={address}
      path={address}
      element={
        <Admitted asks={asks}>
          <Shown />
        </Admitted>
      }
    />
  );
});

export function Screens() {
  return (
    <Routes>
      <Route element={<Shell />}>
        {ROUTES}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
