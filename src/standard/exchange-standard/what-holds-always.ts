/** Chapters 14 to 19: lanes, versions, what is not known, code lists, files without a line, security. */
import type { Chapter } from './shapes.ts';
import {
  batchTest,
  centreTest,
  laneTest,
  must,
  nodeTest,
  routesTest,
  should,
  standardTest,
  tablesTest,
  versionTest,
} from './write-clauses.ts';

export const WHAT_HOLDS_ALWAYS: readonly Chapter[] = [
  {
    number: 14,
    title: { vi: 'Ba luồng', en: 'Three lanes' },
    clauses: [
      must(
        '14.1',
        'Luồng daily cho thay đổi hằng ngày, correction cho sửa sai, load cho nạp lần đầu; mỗi luồng đánh số riêng.',
        'daily is for what happens, correction for what was wrong, load for first loads; each is numbered by itself.',
        laneTest('the first loads of seventy bodies'),
      ),
      must(
        '14.2',
        'Luồng này bị yêu cầu chờ thì các luồng khác vẫn gửi.',
        'While one lane is told to wait the others go on.',
        centreTest('a full centre lets first loads wait'),
      ),
    ],
  },
  {
    number: 15,
    title: { vi: 'Phiên bản', en: 'Versions' },
    clauses: [
      must(
        '15.1',
        'schema ghi tên và phiên bản của từ điển mà value viết theo (cbccvc@3.0). Trung tâm nhận phiên bản chính đang dùng và phiên bản ngay trước; phiên bản khác được giữ lại, chưa xét (E-EXCHANGE-SCHEMA).',
        'schema names the version of the dictionary by which value is written (cbccvc@3.0). The centre takes the major in use and the one before; another is kept, and not judged (E-EXCHANGE-SCHEMA).',
        'test src/doors/exchange/protocol/judge.test.ts: what becomes of a change',
      ),
      must(
        '15.2',
        'Chuyển lên rồi chuyển xuống một phiên bản trả lại đúng thay đổi ban đầu; điều không nói được ở phiên bản kia được giữ trong ext.',
        'Up and down again by one version gives back the very change; what the other version cannot say is kept in ext.',
        versionTest('up and down again'),
      ),
    ],
  },
  {
    number: 16,
    title: { vi: 'Điều chưa biết', en: 'What is not known' },
    clauses: [
      must(
        '16.1',
        'Thay đổi có thể có mục ext: một đối tượng JSON của bên gửi, tối đa 16 KB. Ngoài ext không có mục nào ngoài tiêu chuẩn.',
        'A change may have a member ext: a JSON object of the sender, at most 16 KB. Beside ext there is no member that the standard does not have.',
        batchTest('a line may carry what the standard does not know'),
      ),
      must(
        '16.2',
        'ext nhận được cùng một dữ kiện (ở luồng tin) được giữ nguyên và gửi lại nguyên vẹn trong thay đổi tiếp theo về dữ kiện đó.',
        'ext that comes with a fact (in the feed) is kept, and sent back unchanged in the next change of that fact.',
        versionTest('what a version does not know'),
      ),
    ],
  },
  {
    number: 17,
    title: { vi: 'Danh mục có ngày', en: 'Code lists with dates' },
    clauses: [
      must(
        '17.1',
        'Mã trong value có hiệu lực vào ngày của dữ kiện, theo danh mục tại ngày đó (codelists.md).',
        'A code in value is in force on the day of the fact, by the list of that day (codelists.md).',
        'test src/standard/code-lists.test.ts: a province code is read with the day',
      ),
      must(
        '17.2',
        'Phát hành danh mục đến bằng mục lists của luồng tin, trước phiên bản từ điển cần đến nó; phần mềm lưu và dùng từ ngày có hiệu lực.',
        'A release of lists comes as an entry lists of the feed, before the version of the dictionary that needs it; the software keeps it, and uses it from its day on.',
        versionTest('what a version does not know'),
      ),
    ],
  },
  {
    number: 18,
    title: { vi: 'Tệp thay đường truyền', en: 'Files without a line' },
    clauses: [
      must(
        '18.1',
        'Cơ quan chưa có đường truyền mang đúng gói đó bằng tệp: JWE dạng gọn (RFC 7516), alg ECDH-ES+A256KW trên X25519, enc A256GCM, mã hóa cho khóa của trung tâm; bên trong là {manifest, signature, lines}.',
        'An agency without a line carries the same batch as a file: a compact JWE (RFC 7516), alg ECDH-ES+A256KW over X25519, enc A256GCM, encrypted to the centre’s key; inside is {manifest, signature, lines}.',
        'test src/doors/exchange/batch-file.test.ts: a batch travels as a file',
      ),
      must(
        '18.2',
        'Gói trong tệp và gói trên đường truyền là một: cùng số, cùng chữ ký, cùng biên nhận.',
        'A batch in a file and over the line is one: the same numbers, the same signature, the same receipt.',
        'test src/doors/exchange/batch-file.test.ts: a batch travels as a file',
      ),
    ],
  },
  {
    number: 19,
    title: { vi: 'An toàn', en: 'Security' },
    clauses: [
      must(
        '19.1',
        'Không có dữ liệu cá nhân trong địa chỉ, tham số, tiêu đề hay nhật ký kỹ thuật; mã nguồn, đợt, luồng và số là đủ để gọi.',
        'No personal data in addresses, parameters, headers or technical logs; source, epoch, lane and number are enough to call by.',
        standardTest('every example of the standard'),
      ),
      must(
        '19.2',
        'Kết nối là TLS 1.2 trở lên, hai chiều (chứng thư của phần mềm do trung tâm ghi nhận) hoặc qua nền tảng mà trung tâm nhận; phần mềm kiểm tra chứng thư của trung tâm.',
        'The connection is TLS 1.2 or later, mutual (the certificate of the software is enrolled) or by a platform that the centre takes; the software verifies the centre’s certificate.',
        tablesTest('exchange-callers', 'a certificate is taken when it is enrolled'),
      ),
      must(
        '19.3',
        'Phần mềm chỉ gửi về người do cơ quan quản lý. Gửi về người của cơ quan khác bị từ chối và được báo cho người trực.',
        'The software sends of people whom the agency manages. What is sent of others is refused, and who is on duty is told.',
        routesTest('a schema that nobody knows is kept and not judged; people of another body'),
      ),
      should(
        '19.4',
        'Khóa ký NÊN nằm trong thiết bị hoặc dịch vụ giữ khóa, và được thay trước hạn.',
        'The signing key SHOULD be in a device or service that keeps keys, and be replaced before its end.',
        nodeTest('a receipt of another key or of another batch'),
      ),
    ],
  },
];
