/** Chapters 1 to 6: who sends, what a change is, how changes become a signed batch. */
import type { Chapter } from './shapes.ts';
import { batchTest, canonicalTest, centreTest, judgeTest, must, nodeTest, should, signerTest, standardTest } from './write-clauses.ts';

export const WHAT_IS_SENT: readonly Chapter[] = [
  {
    number: 1,
    title: { vi: 'Danh tính', en: 'Identities' },
    clauses: [
      must(
        '1.1',
        'Mỗi phần mềm của cơ quan gửi dữ liệu mang một mã nguồn (source) do trung tâm cấp khi đăng ký; mọi gói ghi đúng mã đó và mã nơi nhận (audience).',
        'Each sending software has one source code, given at enrolment; every batch names it, and the installation (audience) that it is meant for.',
        centreTest('what is wrong with a batch'),
      ),
      must(
        '1.2',
        'Khóa ký là Ed25519. Nửa công khai được đăng ký dưới một tên (kid); nửa bí mật không rời cơ quan.',
        'The signing key is Ed25519. Its public half is registered under a name (kid); the private half never leaves the agency.',
        signerTest('another text, key, name'),
      ),
      must(
        '1.3',
        'Đợt đánh số (epoch) do trung tâm cấp: khi đăng ký, và sau mỗi lần khôi phục. Phần mềm không tự đổi epoch.',
        'The epoch is granted by the centre: at enrolment, and after every restore. The software never changes it by itself.',
        nodeTest('a new epoch numbers anew'),
        centreTest('another content under a number'),
      ),
      must(
        '1.4',
        'Sau khi khôi phục từ bản sao lưu hoặc nhân bản, phần mềm ngừng gửi và xin đợt mới trước khi gửi tiếp.',
        'After a restore from a backup, or a copy, the software stops sending and asks for a new epoch before it goes on.',
        nodeTest('a centre that holds numbers that were never given'),
      ),
    ],
  },
  {
    number: 2,
    title: { vi: 'Thay đổi', en: 'Changes' },
    clauses: [
      must(
        '2.1',
        'Mỗi thay đổi nói về một dữ kiện của một người, và có đủ: seq, ref, person, fact, operation, base, validFrom, schema, value, maker, madeAt. Lược đồ: change.schema.json.',
        'A change speaks of one fact of one person and has all of: seq, ref, person, fact, operation, base, validFrom, schema, value, maker, madeAt. Schema: change.schema.json.',
        batchTest('a line is one change in its one form'),
      ),
      must(
        '2.2',
        'seq đếm liên tục từ 1 trong mỗi nguồn, mỗi đợt, mỗi luồng. Một số chỉ dùng một lần; không bỏ trống số nào.',
        'seq counts densely from 1 in each source, epoch and lane. A number is given once, and none is left out.',
        centreTest('what is wrong with a batch'),
        centreTest('another content under a number'),
      ),
      must(
        '2.3',
        'ref là tên riêng của thay đổi do phần mềm đặt: giữ nguyên qua mọi đợt, không đặt lại cho thay đổi khác.',
        'ref is the sender’s own name of the change: the same in every epoch, given to no other change.',
        judgeTest('a duplicate says what was said'),
      ),
      must(
        '2.4',
        'fact là nhóm và trường của từ điển (B/hoTenKhaiSinh); dòng của mục lặp thêm # và tên dòng (E/hopDong#k7); claim, release, take dùng employer.',
        'fact is group and field of the dictionary (B/hoTenKhaiSinh); a line of a section adds # and the name of the line (E/hopDong#k7); claim, release and take use employer.',
        judgeTest('what becomes of a change'),
      ),
      must(
        '2.5',
        'operation là một trong: assert (là như vậy từ một ngày), correct (điều đang ghi bị sai), end (kết thúc vào ngày ghi ở value), retract (chưa từng như vậy; kèm because gồm reason và approver khác maker), claim, release (value là mã cơ quan nhận), take.',
        'operation is one of: assert (so from a day on), correct (what stands was wrong), end (ends on the day in value), retract (was never so; with because: reason and an approver other than maker), claim, release (value: the receiving agency), take.',
        judgeTest('what becomes of a change'),
      ),
      must(
        '2.6',
        'base là tên phiên bản (revision) của điều mà phần mềm thấy đang ghi khi lập thay đổi; null nếu không có gì. Phiên bản = SHA-256 (hex) của JSON chuẩn {"ended","validFrom","value"}.',
        'base is the revision of what the software saw standing when it made the change; null when nothing did. A revision is the SHA-256 (hex) of the canonical JSON {"ended","validFrom","value"}.',
        judgeTest('what becomes of a change'),
        standardTest('every example of the standard'),
      ),
      must(
        '2.7',
        'value là chữ như đã ghi ở cơ quan, theo từ điển; dòng của mục lặp là một nhóm trường chữ. Ngày trong value viết dd/mm/yyyy; validFrom và ngày của end viết yyyy-mm-dd.',
        'value is a text as the agency has it, by the dictionary; a line of a section is a set of texts by field. Days inside value are dd/mm/yyyy; validFrom and the day of an end are yyyy-mm-dd.',
        batchTest('a line is one change in its one form'),
      ),
      must(
        '2.8',
        'Thay đổi được ghi cùng một giao dịch với hồ sơ ở cơ quan, rồi mới được gửi.',
        'A change is recorded in the same transaction as the agency’s own record, and only then sent.',
        nodeTest('a node greets before it sends'),
      ),
      must(
        '2.9',
        'Thay đổi của cùng một người giữ đúng thứ tự: khi một thay đổi của người đó còn chờ kết quả ở một luồng, thay đổi sau đi cùng luồng ấy.',
        'Changes of one person keep their order: while one of them waits for its verdict in a lane, the next goes by that lane.',
        nodeTest('changes of one person go by one lane'),
      ),
    ],
  },
  {
    number: 3,
    title: { vi: 'Gói', en: 'Batches' },
    clauses: [
      must(
        '3.1',
        'Gói gồm các thay đổi liền nhau của một luồng, tối đa 1.000 thay đổi, 5 MB nén, 40 MB chưa nén, 64 KB một dòng.',
        'A batch holds adjacent changes of one lane: at most 1,000 changes, 5 MB compressed, 40 MB expanded, 64 KB a line.',
        batchTest('what comes over the line has its bounds'),
      ),
      must(
        '3.2',
        'Nội dung là NDJSON: mỗi dòng một thay đổi dạng JSON chuẩn, UTF-8, kết thúc bằng một ký tự xuống dòng (0x0A), không có gì khác.',
        'The content is NDJSON: one change a line as canonical JSON, UTF-8, each line ended by one line feed (0x0A), and nothing else.',
        batchTest('a line is one change in its one form'),
      ),
      must(
        '3.3',
        'Bảng kê (manifest) có đúng các mục: source, epoch, lane, first, last, sha256, previous, audience, issuedAt. Lược đồ: manifest.schema.json.',
        'The manifest has exactly: source, epoch, lane, first, last, sha256, previous, audience, issuedAt. Schema: manifest.schema.json.',
        centreTest('what is wrong with a batch'),
        standardTest('every example of the standard'),
      ),
      must(
        '3.4',
        'sha256 là SHA-256 (hex, chữ thường) của các dòng trước khi nén. previous là sha256 của gói trước trong luồng và đợt ấy; gói đầu ghi null.',
        'sha256 is the SHA-256 (lower-case hex) of the lines before they are compressed. previous is the sha256 of the batch before it in that lane and epoch; null for the first.',
        centreTest('another content under a number'),
        batchTest('a batch with any one byte of it another'),
      ),
      must(
        '3.5',
        'Gói đã ký được lưu bền trước khi gửi và không bao giờ tạo lại: gửi lại là gửi đúng bảng kê, chữ ký và các dòng đã lưu.',
        'A sealed batch is durable before it is sent and never made anew: to send again is to send the kept manifest, signature and lines.',
        nodeTest('a node greets before it sends'),
        centreTest('a batch gets its receipt'),
      ),
      must(
        '3.6',
        'issuedAt là lúc ký theo đồng hồ đã đồng bộ, lệch không quá 10 phút; dạng yyyy-mm-ddThh:mm:ss.sssZ.',
        'issuedAt is the time of sealing by a synchronised clock, within 10 minutes; as yyyy-mm-ddThh:mm:ss.sssZ.',
        batchTest('a line is one change in its one form'),
      ),
    ],
  },
  {
    number: 4,
    title: { vi: 'Niêm phong và chữ ký', en: 'Seal and signature' },
    clauses: [
      must(
        '4.1',
        'Chữ ký là JWS tách rời (RFC 7515 phụ lục F): phần đầu, hai dấu chấm, chữ ký. Phần đầu là base64url của đúng chuỗi {"alg":"EdDSA","kid":"…"}, không có mục nào khác.',
        'A signature is a detached JWS (RFC 7515 appendix F): header, two dots, mark. The header is the base64url of exactly {"alg":"EdDSA","kid":"…"}, with nothing else in it.',
        signerTest('a text is signed as a detached JWS'),
        signerTest('another text, key, name'),
      ),
      must(
        '4.2',
        'Điều được ký là: phần đầu, một dấu chấm, base64url của văn bản UTF-8 (bảng kê, biên nhận, kết quả…). base64url không có dấu = ở cuối và chỉ có một cách viết.',
        'What is signed is: header, a dot, the base64url of the UTF-8 text (manifest, receipt, result …). base64url has no padding, and one form only.',
        signerTest('a text is signed as a detached JWS'),
      ),
      must(
        '4.3',
        'Phần mềm kiểm tra chữ ký của trung tâm trên mọi câu trả lời đã ký, bằng khóa và kid đã nhận khi đăng ký, trước khi dùng. Chữ ký sai: coi như chưa có câu trả lời, báo động, hỏi lại.',
        'The software verifies the centre’s signature of every signed answer, by the key and kid it got at enrolment, before using it. A wrong one is no answer: alarm, and ask again.',
        nodeTest('a receipt of another key or of another batch'),
      ),
      must(
        '4.4',
        'Chữ ký và văn bản được kiểm tra trên đúng các byte đã nhận, không phải trên JSON đã đọc và viết lại.',
        'Signature and text are verified over the bytes as they came, not over JSON that was read and written again.',
        batchTest('a batch with any one byte of it another'),
      ),
    ],
  },
  {
    number: 5,
    title: { vi: 'JSON chuẩn', en: 'Canonical JSON' },
    clauses: [
      must(
        '5.1',
        'Mọi văn bản được ký hoặc băm là JSON chuẩn (RFC 8785): tên mục xếp theo đơn vị mã UTF-16, không khoảng trắng, chữ không phải ASCII viết nguyên.',
        'Every text that is signed or hashed is canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, letters beyond ASCII as they are.',
        canonicalTest('the example of RFC 8785'),
        canonicalTest('members are sorted by UTF-16'),
      ),
      must(
        '5.2',
        'Số là số nguyên từ 1 đến 9007199254740991 viết không dấu phẩy, không số mũ. Không mục nào đứng hai lần.',
        'Numbers are whole, from 1 to 9007199254740991, without point or exponent. No member stands twice.',
        batchTest('a line is one change in its one form'),
      ),
      should(
        '5.3',
        'Chữ trong value NÊN theo dạng Unicode NFC.',
        'Texts in value SHOULD be in the Unicode form NFC.',
        'test src/doors/json/json.db.test.ts: what is wrong is told by a JSON pointer',
      ),
    ],
  },
  {
    number: 6,
    title: { vi: 'Gửi', en: 'Sending' },
    clauses: [
      must(
        '6.1',
        'Trước khi gửi gói đầu tiên sau mỗi lần khởi động, phần mềm chào trung tâm: GET /exchange/v1/hello?epoch=E&seen=HEX. seen = SHA-256 của JSON chuẩn của dãy ba văn bản biên nhận có số lớn nhất theo thứ tự luồng daily, correction, load; luồng chưa có biên nhận ghi null.',
        'Before the first batch after each start the software greets: GET /exchange/v1/hello?epoch=E&seen=HEX. seen is the SHA-256 of the canonical JSON of the list of the three receipt texts with the highest numbers, in the order daily, correction, load; null where a lane has none.',
        nodeTest('a node greets before it sends'),
        centreTest('a greeting is answered'),
      ),
      must(
        '6.2',
        'Gói được gửi bằng PUT /exchange/v1/batches/{epoch}/{lane}/{first}-{last}, Content-Type: application/x-ndjson, Content-Encoding: gzip (một tệp gzip nguyên vẹn) hoặc identity.',
        'A batch is sent by PUT /exchange/v1/batches/{epoch}/{lane}/{first}-{last}, Content-Type: application/x-ndjson, Content-Encoding: gzip (one whole gzip file) or identity.',
        batchTest('compressed bytes with any one of them another'),
      ),
      must(
        '6.3',
        'Content-Digest: sha-256=:BASE64: (RFC 9530) là mã băm của các byte được gửi. Congvu-Manifest là base64url của bảng kê; Congvu-Signature là chữ ký của bảng kê.',
        'Content-Digest: sha-256=:BASE64: (RFC 9530) is the digest of the bytes sent. Congvu-Manifest is the base64url of the manifest, Congvu-Signature the signature over it.',
        standardTest('every example of the standard'),
      ),
      must(
        '6.4',
        'Các gói của một luồng được gửi theo thứ tự; số gói chưa có kết quả không vượt quá window mà trung tâm trả lời khi chào.',
        'Batches of a lane are sent in order; those without a result are never more than the window that the greeting was answered with.',
        nodeTest('a node greets before it sends'),
      ),
      must(
        '6.5',
        'Phần mềm không gửi khi lời chào bị từ chối hoặc khi trung tâm trả lời frozen: true; chỉ chào lại sau khoảng chờ.',
        'The software sends nothing while its greeting is refused, or is answered with frozen: true; it only greets again, after a pause.',
        nodeTest('who is turned away waits'),
      ),
    ],
  },
];
