/** Which files of a checkout go into a bundle: the program without its tests, pages as built, and the packages that it runs with on this platform. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused, ok } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { bundleNotMade } from './problems.ts';

/** Packages that only make pages: these are built already. A house test holds that nothing that runs imports one of them. */
export const ONLY_FOR_PAGES: readonly string[] = [
  '@fontsource/be-vietnam-pro',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@vitejs/plugin-react',
  'barcode-detector',
  'react',
  'react-dom',
  'react-hook-form',
  'react-router',
  'vite',
];

const OURS = [
  '{bin,deploy,docs,portal,simulators,src}/**/*',
  'dist/{portal,door,sim-wallet}/**/*',
  'dist/{portal,door,sim-wallet}/.inputs',
  'tools/*.mjs',
  '{CHANGELOG,GLOSSARY,README,README.vi}.md',
  'LICENSE',
  'NOTICE',
  'package.json',
  'package-lock.json',
];
const NOT_OF_OURS = /\.test\.tsx?$/;
/** Of packages: what only compilers, debuggers and manuals read; and what `npm` links. */
const NOT_OF_PACKAGES = /(\.map|\.d\.[cm]?ts|\.md|\.markdown)$|(^|\/)(\.bin|include|share\/(doc|man))\//i;
/** The licence of a package goes with it, however its file is called. */
const LICENCE = /(^|\/)(licen[cs]e|copying|notice)[^/]*$/i;

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
export type Lock = Readonly<Record<string, Locked>>;

/** Where a package at this place finds another one, as Node looks for it: beside it, then above. */
function foundFrom(lock: Lock, place: string, name: string): string | null {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const there = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (there in lock) return there;
    if (at === '') return null;
  }
}

/**
 * Places (`node_modules/…`) of every package that the program runs with, and of what these ask for.
 *
 * @param lock     `packages` of the lock file
 * @param isThere  whether a package is installed: optional ones of other platforms are not
 */
export function packagesToRun(lock: Lock, isThere: (place: string) => boolean): { readonly places: string[]; readonly missing: string[] } {
  const [places, missing] = [new Set<string>(), new Set<string>()];
  const take = (from: string, name: string, must: boolean): void => {
    const place = foundFrom(lock, from, name);
    if (place === null || !isThere(place)) return void (must && missing.add(name));
    if (places.has(place)) return;
    places.add(place);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = lock[place]!;
    for (const one of Object.keys(dependencies)) take(place, one, !(one in optionalDependencies));
    for (const one of [...Object.keys(optionalDependencies), ...Object.keys(peerDependencies)]) take(place, one, false);
  };
  const { dependencies = {}, optionalDependencies = {} } = lock['']!;
  for (const name of Object.keys(dependencies)) if (!ONLY_FOR_PAGES.includes(name)) take('', name, true);
  for (const name of Object.keys(optionalDependencies)) take('', name, false);
  return { places: [...places].sort(), missing: [...missing] };
}

const isFile = (root: string, pattern: string): string[] =>
  globSync(pattern, { cwd: root, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name).slice(root.length + 1));

/** @returns paths below `root`, sorted by bytes */
export function bundleFiles(root: string): Result<readonly string[]> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Lock };
  const { places, missing } = packagesToRun(packages, (place) => existsSync(join(root, place, 'package.json')));
  if (missing.length > 0)
    return refused(bundleNotMade({ why: { vi: `thiếu gói ${missing.join(', ')}`, en: `${missing.join(', ')} is not installed` } }));
  const ours = OURS.flatMap((pattern) => isFile(root, pattern)).filter((file) => !NOT_OF_OURS.test(file));
  const theirs = places.flatMap((place) =>
    isFile(root, `${place}/**/*`).filter((file) => {
      const inside = file.slice(place.length + 1);
      return !inside.startsWith('node_modules/') && (LICENCE.test(inside) || !NOT_OF_PACKAGES.test(inside));
    }),
  );
  return ok([...new Set([...ours, ...theirs])].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
}
