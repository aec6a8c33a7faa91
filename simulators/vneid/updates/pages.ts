/** The screen “Cập nhật thông tin CBCCVC” of the simulator, for a phone: who, what, sent; and bad on demand. It says in large letters that it is not VNeID. */
import type { FastifyInstance } from 'fastify';
import { escape, page } from '../page.ts';
import { VNEID_PATH, pagePolicy } from '../provider.ts';
import { WAYS, isWay, signedUpdate } from './send.ts';
import type { Deliver, Delivered, UpdateKeys } from './send.ts';

interface Citizen {
  readonly name: string;
  readonly nationalId: string;
}

export interface UpdatePagesOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: UpdateKeys;
  readonly truth: { readonly code: string; readonly vi: string };
  readonly citizens: readonly Citizen[];
  readonly deliver: Deliver;
  /** seconds since 1970 */
  readonly now: () => number;
}

const ADDRESS = `${VNEID_PATH}/cap-nhat`;
const BYTES_MAX = 16 * 1024;
/** What this screen offers: values of the group of addresses and contacts that a person masters. */
const GROUP = 'C';
const FIELDS = [
  { key: 'dienThoaiDiDong', label: 'Điện thoại di động', type: 'tel' },
  { key: 'emailCaNhan', label: 'Thư điện tử cá nhân', type: 'email' },
] as const;

const masked = (number: string): string => `${number.slice(0, 3)}•••••${number.slice(-4)}`;

const chooser = (citizens: readonly Citizen[]): string =>
  page(
    `<h1>Cập nhật thông tin CBCCVC</h1><p>Chọn người (trên máy thật, VNeID đã biết chủ máy):</p><ul>${citizens
      .map(
        ({ name, nationalId }, place) =>
          `<li><strong>${escape(name)}</strong><small>Số định danh ${masked(nationalId)}</small><p><a class="go" href="${ADDRESS}/${place}">Cập nhật cho ${escape(name)}</a></p></li>`,
      )
      .join('')}</ul>`,
  );

const form = (citizen: Citizen, place: number, truth: string): string =>
  page(`<h1>Cập nhật thông tin CBCCVC</h1><p><strong>${escape(citizen.name)}</strong></p>
<p><small>Số định danh ${masked(citizen.nationalId)} · định danh mức 2</small></p>
<form method="post" action="${ADDRESS}/${place}"><ul>${FIELDS.map(
    ({ key, label, type }) =>
      `<li><label for="${key}">${label}</label><input id="${key}" name="${key}" type="${type}" autocomplete="off" maxlength="200"></li>`,
  ).join('')}
<li><label for="way">Cách gửi (chỉ có ở máy mô phỏng)</label><select id="way" name="way">${Object.entries(WAYS)
    .map(([way, words]) => `<option value="${way}">${words}</option>`)
    .join('')}</select></li>
<li><label class="tick"><input type="checkbox" name="truth" value="1" required> ${escape(truth)}</label></li></ul>
<p><button type="submit">Gửi cập nhật</button></p></form>`);

const told = ({ status, code }: Delivered): string => {
  if (code !== null) return `<p class="bad" role="alert">Chưa nhận được: ${escape(code)} (${status}).</p>`;
  return status === 202
    ? '<p class="done" role="status">Đã gửi tới cơ quan. Người có thẩm quyền xác nhận xong thì hồ sơ mới thay đổi; theo dõi ở “Kê khai hồ sơ của tôi”.</p>'
    : '<p class="done" role="status">Bản này đã gửi trước đó, không gửi thêm lần nữa.</p>';
};
const outcome = (answers: readonly Delivered[]): string =>
  page(`<h1>Cập nhật thông tin CBCCVC</h1>${answers.map(told).join('')}<p><a class="go" href="${ADDRESS}">Về đầu trang</a></p>`);

/** Mounts the screen; `app.register(vneidUpdates(options))`. */
export const vneidUpdates =
  ({ citizens, truth, keys, deliver, issuer, audience, now }: UpdatePagesOptions) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: BYTES_MAX }, (_request, text, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    );
    app.addHook('onSend', async (_request, reply, payload) => {
      void reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy());
      return payload;
    });
    app.get(ADDRESS, async () => chooser(citizens));
    app.get<{ Params: { place: string } }>(`${ADDRESS}/:place`, async (request, reply) => {
      const citizen = citizens[Number(request.params.place)];
      return citizen ? form(citizen, Number(request.params.place), truth.vi) : reply.code(404).send(chooser(citizens));
    });
    app.post<{ Params: { place: string }; Body: Readonly<Record<string, string>> | null }>(`${ADDRESS}/:place`, async (request, reply) => {
      const place = Number(request.params.place);
      const citizen = citizens[place];
      if (!citizen) return reply.code(404).send(chooser(citizens));
      const typed = request.body ?? {};
      const asked = typed['way'] ?? '';
      const way = isWay(asked) ? asked : 'right';
      const other = citizens[(place + 1) % citizens.length]!;
      const cells = Object.fromEntries(FIELDS.map(({ key }) => [key, (typed[key] ?? '').trim()]).filter(([, text]) => text !== ''));
      const update = {
        issuer,
        audience,
        name: citizen.name,
        nationalId: way === 'other' ? other.nationalId : citizen.nationalId,
        truth: truth.code,
        group: GROUP,
        cells,
      };
      const token = await signedUpdate(keys, update, way, now());
      const answers = [await deliver(token)];
      if (way === 'twice') answers.push(await deliver(token));
      return outcome(answers);
    });
  };
