/** What a body's node says to who runs it. */
import { problem } from '#base/problem.ts';

export const outboxNewer = problem({
  code: 'E-NODE-OUTBOX-NEWER',
  status: 409,
  vi: 'Cơ sở dữ liệu của chương trình trao đổi có bước cấu trúc {name} mà bản chương trình này không có.',
  en: 'The database of the node holds the step {name} of its structure, which this program does not have.',
  next: {
    vi: 'Chạy bản chương trình mới hơn, đúng bản đã dùng với cơ sở dữ liệu này.',
    en: 'Run the newer program, the one that was used with this database.',
  },
  example: { name: '0002-x.sql' },
});

export const keyNotReadable = problem({
  code: 'E-NODE-KEY',
  status: 500,
  vi: 'Không đọc được khóa {file}: {why}.',
  en: 'The key {file} cannot be read: {why}.',
  next: {
    vi: 'Tạo khóa bằng congvu node keys, hoặc đặt đúng tệp khóa Ed25519 dạng PEM vào chỗ này.',
    en: 'Make one with congvu node keys, or put the right Ed25519 key in PEM form there.',
  },
  example: { file: 'khoa/ky.pem', why: { vi: 'không có tệp', en: 'there is no file' } },
});

export const keyOpen = problem({
  code: 'E-NODE-KEY-OPEN',
  status: 500,
  vi: 'Tệp khóa {file} để người khác trên máy đọc được (quyền {mode}).',
  en: 'Others on this machine may read the key {file} (mode {mode}).',
  next: {
    vi: 'Thu quyền: chmod 600 {file}. Nếu người khác có thể đã lấy khóa, tạo khóa mới và đăng ký lại với trung tâm.',
    en: 'Take the right away: chmod 600 {file}. If somebody may have taken the key, make another and enrol it with the centre.',
  },
  example: { file: 'khoa/ky.pem', mode: '644' },
});

export const settingsWrong = problem({
  code: 'E-NODE-SETTINGS',
  status: 500,
  vi: 'Tệp cấu hình {file} không dùng được tại {where}: {why}.',
  en: 'The settings {file} cannot be used at {where}: {why}.',
  next: {
    vi: 'Sửa mục này rồi chạy lại. Mẫu: congvu node init --out THU-MUC.',
    en: 'Correct that member and run it again. A sample: congvu node init --out FOLDER.',
  },
  example: { file: 'node.json', where: '/centre/url', why: { vi: 'không phải địa chỉ', en: 'no address' } },
});

export const nodeThere = problem({
  code: 'E-NODE-THERE',
  status: 409,
  vi: 'Thư mục {folder} đã có cấu hình của chương trình trao đổi; không ghi đè.',
  en: 'The folder {folder} holds the settings of a node already; nothing is written over.',
  next: { vi: 'Chọn thư mục khác, hoặc sửa node.json đang có.', en: 'Choose another folder, or edit the node.json that is there.' },
  example: { folder: 'nut' },
});

export const nodeRunning = problem({
  code: 'E-NODE-RUNNING',
  status: 409,
  vi: 'Một chương trình khác đang chạy trên cơ sở dữ liệu này.',
  en: 'Another program runs on this database.',
  next: {
    vi: 'Dừng chương trình kia trước. Mỗi cơ quan chỉ chạy một chương trình trao đổi.',
    en: 'Stop the other one first. An agency runs one node.',
  },
  example: {},
});

export const receiptWrong = problem({
  code: 'E-NODE-RECEIPT',
  status: 500,
  vi: 'Biên nhận của gói {batch} không khớp: {why}.',
  en: 'The receipt of batch {batch} does not fit: {why}.',
  next: {
    vi: 'Giữ nguyên cơ sở dữ liệu, sao lưu ngay và báo trung tâm: đây có thể là bằng chứng.',
    en: 'Leave the database as it is, back it up now and tell the centre: this may be evidence.',
  },
  example: { batch: '1/daily/1-200', why: { vi: 'chữ ký sai', en: 'the signature is wrong' } },
});

export const mappingWrong = problem({
  code: 'E-NODE-MAPPING',
  status: 500,
  vi: 'Tệp ánh xạ {file} không dùng được tại {where}: {why}.',
  en: 'The mapping {file} cannot be used at {where}: {why}.',
  next: {
    vi: 'Sửa mục này theo docs/node/mapping.schema.json, rồi chạy congvu node check.',
    en: 'Correct that member by docs/node/mapping.schema.json, then run congvu node check.',
  },
  example: { file: 'anh-xa.json', where: '/tables/0/key', why: { vi: 'thiếu', en: 'missing' } },
});

export const sourceNotOpened = problem({
  code: 'E-NODE-SOURCE',
  status: 500,
  vi: 'Không đọc được nguồn {source}: {why}.',
  en: 'The source {source} cannot be read: {why}.',
  next: {
    vi: 'Kiểm tra tệp hoặc cơ sở dữ liệu nhân sự và quyền đọc, rồi chạy lại. Không có gì bị coi là đã kết thúc vì không đọc được.',
    en: 'Check the file or the personnel database and the right to read, then run it again. Nothing is taken as ended because it could not be read.',
  },
  example: { source: 'qlcb/v_can_bo', why: { vi: 'không có tệp', en: 'there is no file' } },
});

export const columnMissing = problem({
  code: 'E-NODE-COLUMN',
  vi: 'Nguồn {source} không có cột {column} mà tệp ánh xạ nêu.',
  en: 'The source {source} has no column {column}, which the mapping names.',
  next: { vi: 'Sửa tên cột trong tệp ánh xạ. Các cột đang có: {columns}.', en: 'Correct the name in the mapping. There are: {columns}.' },
  example: { source: 'qlcb/v_can_bo', column: 'ho_ten', columns: 'ma_nv, ten' },
});

export const cellLacking = problem({
  code: 'E-NODE-CELL',
  vi: 'Dòng {row} của {source}: cột {column} trống hoặc quá dài nên chưa gửi dòng này.',
  en: 'Row {row} of {source}: column {column} is empty or too long, so the row was not sent.',
  next: {
    vi: 'Điền cột này trong phần mềm nhân sự; lần đọc sau sẽ gửi.',
    en: 'Fill it in in the personnel software; the next reading sends it.',
  },
  example: { source: 'qlcb/v_can_bo', row: '12', column: 'cccd' },
});

export const codeNotMapped = problem({
  code: 'E-NODE-CODE',
  vi: 'Dòng {row} của {source}: mã "{value}" ở cột {column} chưa có trong bảng đổi mã nên chưa gửi dòng này.',
  en: 'Row {row} of {source}: the mapping does not translate the code "{value}" of column {column}, so the row was not sent.',
  next: {
    vi: 'Thêm mã này vào "codes" của cột trong tệp ánh xạ. Đã có: {known}.',
    en: 'Add it to the "codes" of the column in the mapping. There are: {known}.',
  },
  example: { source: 'qlcb/v_can_bo', row: '12', column: 'gt', value: '3', known: '0, 1' },
});

export const dayNotRead = problem({
  code: 'E-NODE-DAY',
  vi: 'Dòng {row} của {source}: "{value}" ở cột {column} không phải ngày dạng {format} nên chưa gửi dòng này.',
  en: 'Row {row} of {source}: "{value}" in column {column} is no day as {format}, so the row was not sent.',
  next: {
    vi: 'Sửa ngày trong phần mềm nhân sự, hoặc sửa "dates" của cột trong tệp ánh xạ.',
    en: 'Correct the day in the personnel software, or "dates" of the column in the mapping.',
  },
  example: { source: 'qlcb/v_can_bo', row: '12', column: 'ngay_hl', value: '30/02/2026', format: 'dd/MM/yyyy' },
});

export const rowOfAnother = problem({
  code: 'E-NODE-ROW-PERSON',
  vi: 'Dòng {row} của {source} nay mang số định danh khác lần đọc trước nên chưa gửi dòng này.',
  en: 'Row {row} of {source} now names another person than at the last reading, so it was not sent.',
  next: {
    vi: 'Nếu số định danh đã đổi, làm thủ tục đổi số trên trang của trung tâm; nếu khóa dòng dùng lại cho người khác, chọn cột khóa khác trong tệp ánh xạ.',
    en: 'If the number of the person changed, ask for the change on the pages of the centre; if the key was given to somebody else, choose other key columns in the mapping.',
  },
  example: { source: 'qlcb/v_can_bo', row: '12' },
});

export const sourceShrunk = problem({
  code: 'E-NODE-SHRUNK',
  vi: 'Nguồn {source} mất {gone} trên {known} dòng so với lần đọc trước; không dòng nào bị coi là đã kết thúc.',
  en: '{gone} of {known} rows are gone from {source} since the last reading; none of them is taken as ended.',
  next: {
    vi: 'Kiểm tra khung nhìn hoặc tệp có bị lọc hay cắt không. Nếu đúng là vậy, trả lời từng dòng sau khi nguồn đủ trở lại.',
    en: 'See whether the view or the file was filtered or cut. Rows are asked about one by one when the source is whole again.',
  },
  example: { source: 'qlcb/v_can_bo', gone: '900', known: '1000' },
});

export const questionUnknown = problem({
  code: 'E-NODE-QUESTION',
  status: 404,
  vi: 'Không có câu hỏi {id} đang chờ trả lời.',
  en: 'There is no open question {id}.',
  next: { vi: 'Xem các câu hỏi: congvu node questions.', en: 'See the questions: congvu node questions.' },
  example: { id: '7' },
});
