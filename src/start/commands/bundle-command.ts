/** `congvu bundle`: one archive that installs without a registry; `congvu bundle verify`: is it what was released. */
import { systemClock } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { builtPages } from '#start/built-pages.ts';
import { makeBundle } from '#start/bundle/make.ts';
import { verifyBundle } from '#start/bundle/verify.ts';

interface Io {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Problems told at a terminal: a folder of somebody else differs in every file. */
const PROBLEMS_SHOWN = 20;

export async function runBundle(
  root: string,
  request: { readonly out: string; readonly key: string | null; readonly json: boolean },
  io: Io,
): Promise<number> {
  for (const pages of ['portal', 'door', 'sim-wallet'] as const) {
    const built = await builtPages(root, pages);
    if (!built.ok) {
      io.sayProblems(built.problems);
      return 2;
    }
  }
  const made = await makeBundle(root, request.out, request.key, systemClock.now());
  if (!made.ok) {
    io.sayProblems(made.problems);
    return 2;
  }
  const { archive, sha256, files, release } = made.value;
  if (request.json) io.answer(JSON.stringify(made.value));
  else
    io.answer(
      `Đã đóng gói Công Vụ ${release.version} cho ${release.platform}: ${files} tệp, ${archive}\nSHA-256 ${sha256}${release.signed ? '' : '\nGói KHÔNG có chữ ký (không nêu --key). · The bundle is NOT signed.'}`,
    );
  return 0;
}

/** @returns 0 whole and by that key, 1 whole but nobody says by whom, 2 not what was released */
export async function runBundleVerify(
  request: { readonly place: string; readonly key: string | null; readonly json: boolean },
  io: Io,
): Promise<number> {
  const verified = await verifyBundle(request.place, request.key);
  if (!verified.ok) {
    const { problems } = verified;
    if (request.json) io.answer(JSON.stringify({ exit: 2, problems }));
    else {
      io.sayProblems(problems.slice(0, PROBLEMS_SHOWN));
      if (problems.length > PROBLEMS_SHOWN)
        io.print(`… và ${problems.length - PROBLEMS_SHOWN} tệp khác. · … and ${problems.length - PROBLEMS_SHOWN} others.`);
    }
    return 2;
  }
  const { release, files, signed } = verified.value;
  const exit = signed ? 0 : 1;
  if (request.json) io.answer(JSON.stringify({ exit, ...verified.value }));
  else {
    io.answer(`✓ Công Vụ ${release.version} (${release.platform}, ${release.schema}): ${files} tệp, mỗi tệp đúng như danh sách.`);
    io.answer(
      signed
        ? `✓ Danh sách do khóa ${request.key} ký.`
        : '! Chưa kiểm tra chữ ký: ai sửa được tệp cũng sửa được danh sách. Nêu --key KHOA-CONG-KHAI. · The signature was not looked at: name --key.',
    );
  }
  return exit;
}
