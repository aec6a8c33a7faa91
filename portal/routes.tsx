/** Address → screen, from what the folders declare. Home and the role chooser come with the first load; every other screen is fetched when it is opened. */
import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { ChooseRole } from '#portal/demo/ChooseRole.tsx';
import { SCREENS } from '#portal/generated/screens.ts';
import { Home } from '#portal/home/Home.tsx';
import { asksOf } from '#portal/menus.ts';
import { fetchedPart } from '#portal/parts/fetched.ts';
import { Admitted } from '#portal/shell/Admitted.tsx';
import { NotFound } from '#portal/shell/NotFound.tsx';
import { Shell } from '#portal/shell/Shell.tsx';

type FirstAddress = Extract<(typeof SCREENS)[number], { readonly load: null }>['address'];
const WITH_FIRST_LOAD: Readonly<Record<FirstAddress, ComponentType>> = { '/': Home, '/trinh-dien': ChooseRole };

const ROUTES = SCREENS.map((screen) => {
  const { address, load } = screen;
  const Shown = load === null ? WITH_FIRST_LOAD[address] : fetchedPart(load);
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
