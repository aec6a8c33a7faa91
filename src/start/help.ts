/** Help of the command line, in both languages. */

export const HELP_VI = `congvu – cơ sở dữ liệu cán bộ, công chức, viên chức (không phải sản phẩm chính thức của cơ quan nào)

  congvu start                              chạy toàn bộ: Cổng, API, xử lý nền, bộ mô phỏng
  congvu worker                             chỉ xử lý nền, trên cùng cơ sở dữ liệu và thư mục dữ liệu (máy chủ đặt WORKER=apart)
  congvu template --org MA [--out F.xlsx]   tạo biểu mẫu cho một cơ quan
  congvu check F.xlsx [--json] [--out M.xlsx]  kiểm tra một tệp, không cần máy chủ; M.xlsx là tệp được đánh dấu
  congvu standard import-appendix F.csv [--out BANG.csv] [--json] | coverage [--file F.csv] [--json]   phụ lục 194 trường của NĐ 27/2026
                                            (người có bản ấy chép thành CSV: STT, Tên, Nhóm, Loại, Nguồn, Khóa) với từ điển: gắn được, còn thiếu
  congvu standard diff A B [--json]         hai phiên bản của tiêu chuẩn trao đổi (số phiên bản, now, hoặc tệp): thêm, thu hẹp, bỏ gì, có phá vỡ không
  congvu conformance --offline --client "LỆNH" [--product TEN] [--out THU-MUC] [--key KHOA.pem] [--json]   phần mềm có đúng tiêu chuẩn
                                            trao đổi không: chạy ở máy của người làm phần mềm, không cần ai gọi vào; báo cáo đã ký và trang HTML (kit/README.md)
  congvu conformance --target URL --client THU-MUC [--json]   xét những gì phần mềm đã hỏi nơi thử, theo nhật ký của nơi thử
  congvu sandbox [--port N] | sandbox register --target URL --product TEN --out THU-MUC | sandbox token THU-MUC   nơi thử trao đổi dữ liệu, chỉ
                                            trong bộ nhớ của máy này: đăng ký, khóa, mã truy cập, số định danh mẫu (kit/README.md)
  congvu demo [--json] [--out F.xlsx]       đi hết hành trình qua giao diện HTTP thật
  congvu audit verify [--json] [--state]    tính lại và đối chiếu toàn bộ nhật ký; --state: cả dữ liệu với nhật ký
  congvu verify-state [--json]              như trên với --state: từng phiên bản, xác nhận, biên nhận với giá trị băm và chữ ký
  congvu verify F|- [--json] [--trust DS] [--anchor KHOA] [--status DS]… [--audience URL] [--nonce CUM-TU]
                                            kiểm tra một thẻ, ngoại tuyến; DS, KHOA: tệp hoặc URL (danh sách tin cậy đã ký,
                                            khóa neo dạng JWK, danh sách trạng thái đã ký)
  congvu exchange key                       khóa công khai mà cơ quan chưa có đường truyền dùng để mã hóa gói gửi bằng tệp (JWK)
  congvu exchange take F --out THU-MUC      nhận một gói gửi bằng tệp: R1, R2 (khi đã xét) và chứng minh thành tệp để gửi lại;
                                            chạy lại với cùng tệp cho đúng các byte cũ
  congvu verify receipt F --keys KHOA [--log-key NK] [--file TEP] [--json]  kiểm tra một biên nhận, ngoại tuyến; KHOA: khóa công bố
                                            (/.well-known/jwks.json); TEP: có đúng là tệp đã gửi không; biên nhận của gói trao đổi
                                            (…/receipt): cả vị trí trong nhật ký đã ký bằng khóa NK (/api/v1/audit/key)
  congvu verify cv F --keys KHOA [--json]   kiểm tra một sơ yếu lý lịch điện tử (tệp JSON, cũng là tệp đính kèm trong PDF), ngoại tuyến;
                                            KHOA: khóa của cơ quan (/api/v1/keys/<kid>)
  congvu verify attestation F --keys KHOA --log-key NK [--json]  kiểm tra một bản xác nhận mang theo, ngoại tuyến; KHOA: khóa của
                                            cơ quan (/api/v1/keys/<kid>); NK: khóa của nhật ký (/api/v1/audit/key)
  congvu card offer --person ID [--json]    tạo lời mời nhận thẻ: liên kết và mã xác nhận, dùng trong 5 phút
  congvu card end-unknown                   sau khi cơ sở dữ liệu bị lùi lại (khôi phục về một thời điểm): ngừng mọi bản thẻ mà nó không biết
  congvu card key [--json]                  khóa và neo của thẻ: tên, việc, trạng thái, hạn, chứng thư bên trên
  congvu card key rotate card|status|door   thay khóa trước hạn: khóa kế được tạo ngay, ký sau hai ngày (khóa của câu hỏi ở điểm kiểm tra: ngay)
  congvu card key distrust KID --because "LÝ DO"   thôi tin một khóa (bị lộ): thẻ nó ký đỏ ở lần tải danh sách kế tiếp, ví tự nhận thẻ mới
  congvu card key request --out F.csr       tạo khóa ký danh sách tin cậy và yêu cầu chứng thư để mang sang máy ngoại tuyến
  congvu card anchor new --org TEN --out THU-MUC [--passphrase F] [--days N]   máy ngoại tuyến: tạo neo (khóa và chứng thư)
  congvu card anchor certify F.csr --key anchor.key --anchor anchor.pem --out F.pem [--passphrase F] [--days N] [--site URL]   máy ngoại tuyến: cấp chứng thư
  congvu card anchor revoke --key anchor.key --anchor anchor.pem --out F.crl [--revoked THU-MUC] [--passphrase F] [--days N]   máy ngoại tuyến: danh sách thu hồi của neo
  congvu card anchor revocations F.crl      công bố danh sách thu hồi của neo
  congvu card anchor announce NEO.pem | adopt F.pem   công bố neo kế tiếp cho các cửa ghim; nhận chứng thư về và dùng (docs/card/le-ky-neo.md)
  congvu card anchor withdraw KID | end --because "LÝ DO"   rút một neo đã công bố; chấm dứt neo cũ sau khi đổi
  congvu card clock | card clock right --because "LÝ DO"   đồng hồ ký thẻ có được tin không; người vận hành đã xem và xác nhận đang đúng
  congvu card site | card site left URL --until NGAY --because "LÝ DO"   tên cũ của nơi cấp thẻ sau khi đổi địa chỉ: thẻ đã cấp dùng tiếp đến ngày ấy
  congvu keys [--json]                      các khóa công khai đã ký biên nhận, xác nhận, nhật ký
  congvu keys rotate receipt | attestation --org MA   thay khóa: khóa cũ thôi ký, vẫn được công bố
  congvu keys master [--json]               các khóa chủ: khóa nào niêm phong, khóa nào chỉ mở, ai giữ
  congvu keys master add | use SỐ           thêm khóa chủ; cho khóa ấy niêm phong từ nay (khi mọi máy đã có thư mục khóa)
  congvu keys master wrap | unwrap          giao mọi khóa chủ cho dịch vụ khóa (KEY_SERVICE); lấy lại về tệp
  congvu install [--org MA] [--answers F.json] [--json]   cài đặt thật, chạy lại được: kiểm tra máy chủ, tạo khóa, dựng cơ sở
                                            dữ liệu, hai quản trị viên; kết thúc bằng những việc còn phải làm
  congvu install --print-sql                in câu lệnh cho quản trị PostgreSQL (tên tài khoản lấy từ DATABASE_URL, DATABASE_OWNER_URL)
  congvu doctor [--json] [--en]             có gì hỏng, vì sao, làm gì: không thay đổi gì, chạy cạnh máy chủ được
  congvu erasures [again] [--json]          những người đã hủy dữ liệu: cơ sở dữ liệu này có còn giữ ai không; again: hủy lại (sau khi lùi cơ sở dữ liệu)
  congvu retention [--json]                 những gì đã hết thời hạn lưu và sẽ được xóa, từng loại bao nhiêu: chỉ xem, không xóa gì
  congvu netcheck URL [--org MA --token MA-NGAN] [--proxy URL] [--ca F.pem] [--json] [--en]   kiểm tra đường mạng từ máy này tới máy
                                            chủ: tên, kết nối, TLS, đồng hồ, tốc độ, mất gói, MTU, proxy; nguyên nhân và việc
                                            cần làm; có mã ngắn lấy trên Cổng thì gửi kết quả về
  congvu bodies search TEN | export F.xlsx [--org MA] | import F.xlsx --on NGAY [--json]   cây cơ quan: tìm, xuất, nhập danh sách thành
                                            nháp của quản trị viên có số định danh đọc từ đầu vào chuẩn; hai người cho hiệu lực ở Cổng
  congvu node init --org MA-NGUON --audience MA-TRUNG-TAM --site https://TRUNG-TAM | keys [--folder F]   chương trình trao đổi phía cơ quan: tạo
                                            thư mục cấu hình, khóa ký và đơn đăng ký gửi trung tâm
  congvu node check | run | once | status [--folder F] [--json]   kiểm tra tệp ánh xạ; chạy liên tục (có trang trạng thái trên máy này);
                                            chạy một lượt; xem đang khớp đến đâu, còn chờ gì, gì chưa được nhận và vì sao
  congvu node questions | answer SO stays | answer SO ended --on NGAY --by NGUOI   dòng không còn trong nguồn: người trả lời, máy không tự kết thúc
  congvu node confirm [--key KHOA.pem --by NGUOI] | compare | verify | enrolled SO-DOT [--folder F]   xác nhận của cơ quan; đối chiếu với trung
                                            tâm; kiểm tra biên nhận đã giữ; nhận đợt đánh số mới
  congvu node receipt DOT/LUONG/DAU-CUOI --out F   biên nhận của một gói kèm chứng minh trong nhật ký, để kiểm tra ngoại tuyến (verify receipt)
  congvu initial add F.csv|F.xlsx … --org MA [--as-of NGAY] [--rows N] [--json]   tệp của đợt nạp lần đầu, lớn bao nhiêu cũng được: CSV được
                                            cắt thành phần; thay người nhập liệu có số định danh đọc từ đầu vào chuẩn; dừng giữa chừng thì chạy lại
  congvu initial status --org MA [--json]   các phần của đợt nạp lần đầu, mỗi phần ba số đếm
  congvu add-administrator --org MA         lập quản trị viên thứ hai: vai trò Xác nhận, Quản trị cần hai người
  congvu account list --org MA | add --org MA | grant --role MA --org MA | end --grant MA | passkeys --org MA
                                            tài khoản và vai trò do người vận hành: vai trò toàn quốc (VU_CCVC, TTTT, GIAM_SAT; MA là VN),
                                            hoặc khi không còn quản trị viên; hai người, có nhật ký, báo các quản trị viên; passkeys: người mất mọi
                                            khóa truy cập mà không còn quản trị viên nào khác giúp được đăng ký lại khóa
  congvu account export F.xlsx | import F.xlsx [--apply] [--json]   tài khoản và vai trò theo danh sách, với quyền của quản trị viên có số
                                            định danh đọc từ đầu vào chuẩn; không có --apply thì chỉ xem trước
  congvu bundle [--out THU-MUC] [--key KHOA.pem] [--json]   đóng gói cài đặt ngoại tuyến cho máy cùng loại: một tệp .tar.gz có Node,
                                            các gói, Cổng đã dựng, danh sách tệp SHA-256 có chữ ký, danh mục gói (SBOM)
  congvu bundle verify [GOI] [--key KHOA.pub] [--json]   gói (tệp hay thư mục; mặc định là nơi chương trình đang đứng) có đúng
                                            bản đã phát hành không
  congvu upgrade [--plan] [--backup F] [--without-backup LY-DO] [--state] [--json]   nâng cấp cơ sở dữ liệu lên bản của chương trình này:
                                            sao lưu, di trú, đếm lại, kiểm tra, nói đường về; --plan (--dry-run): chỉ xem sẽ làm gì
  congvu files to-database | to-folder      chép tệp đã nhận, ô nhật ký, danh sách sang nơi kia (trước khi đổi FILES)
  congvu backup [F] [--keep NGAY,TUAN,THANG]   sao lưu trong khi chạy, vào F hoặc BACKUP_FOLDER; --keep: bỏ bản cũ, giữ chừng ấy ngày, tuần,
                                            tháng, luôn giữ bản mới nhất và bản diễn tập đạt gần nhất
  congvu restore F [--key KHOA.pem]         khôi phục vào cơ sở dữ liệu trống rồi kiểm tra; --key: khóa ngoại tuyến của bản sao lưu
  congvu restore-drill [--backup F] [--key KHOA.pem] [--json]   diễn tập: khôi phục bản mới nhất ra chỗ tạm, kiểm tra toàn bộ, đo
                                            thời gian, ghi kết quả; không đụng tới dữ liệu đang dùng
  congvu migrate | reset-demo

  Mã thoát của check: 0 không lỗi, 1 có lỗi, 2 tệp bị từ chối, 64 sai cách dùng.
  Mã thoát của install: 0 đã cài, 1 đã cài nhưng có phần chưa chạy, 2 bị từ chối.
  Mã thoát của doctor: 0 tốt, 1 có việc nên làm, 2 có phần không chạy.
  Mã thoát của netcheck: 0 đạt, 1 đạt nhưng có điều nên biết, 2 chưa đạt, 64 sai cách dùng.
  Mã thoát của restore-drill: 0 toàn vẹn, 1 khôi phục được nhưng không toàn vẹn, 2 không làm được.
  Mã thoát của bundle verify: 0 đúng và đúng chữ ký, 1 đúng nhưng chưa biết ai phát hành, 2 không đúng.
  Mã thoát của node: 0 ổn, 1 có việc cần làm, 2 chưa làm được, 64 sai cách dùng.
  Mã thoát của verify: 0 còn hiệu lực, 1 không, 2 chưa kiểm tra được, 64 sai cách dùng hoặc không mở được tệp.`;

export const HELP_EN = `congvu – register of cadres, civil servants and public employees (not an official product)

  congvu start                              everything: portal, API, worker, simulators
  congvu worker                             the background work alone, on the same database and data folder (servers set WORKER=apart)
  congvu template --org CODE [--out F.xlsx] the form template of an agency
  congvu check F.xlsx [--json] [--out M.xlsx]  checks a file without a server; M.xlsx is the marked file
  congvu standard import-appendix F.csv [--out TABLE.csv] [--json] | coverage [--file F.csv] [--json]   the appendix of 194 fields of Decree
                                            27/2026 (written down as CSV by who has it: No, Name, Group, Kind, Source, Key) against the dictionary
  congvu standard diff A B [--json]         two versions of the exchange standard (number, now, or a file): what was added, narrowed, removed, and whether it breaks
  congvu conformance --offline --client "COMMAND" [--product NAME] [--out FOLDER] [--key KEY.pem] [--json]   does your software keep the exchange
                                            standard: runs on your machine, nobody calls in; a signed report and an HTML page (kit/README.md)
  congvu conformance --target URL --client FOLDER [--json]   judges what a client asked of a sandbox, by the sandbox's log
  congvu sandbox [--port N] | sandbox register --target URL --product NAME --out FOLDER | sandbox token FOLDER   a place to try the exchange, in the
                                            memory of this machine alone: registration, keys, token, numbers that force an outcome (kit/README.md)
  congvu demo [--json] [--out F.xlsx]       the whole journey through the real HTTP interface
  congvu audit verify [--json] [--state]    recomputes and compares the whole audit log; --state: the register with the log too
  congvu verify-state [--json]              the same with --state: each version, attestation, receipt against hash and signature
  congvu verify F|- [--json] [--trust LIST] [--anchor KEY] [--status LIST]… [--audience URL] [--nonce PHRASE]
                                            checks a card, offline; LIST, KEY: a file or URL (the signed trust list, the
                                            anchor's JWK, a signed status list)
  congvu exchange key                       public key to which agencies without a line encrypt a batch sent as a file (JWK)
  congvu exchange take F --out FOLDER       takes a batch that came as a file: R1, R2 (once judged) and proof as files to give back;
                                            the same file again gives the same bytes
  congvu verify receipt F --keys KEYS [--log-key LK] [--file FILE] [--json]  checks a receipt, offline; KEYS: the published keys
                                            (/.well-known/jwks.json); FILE: is it the one that was sent; of the exchange (…/receipt):
                                            also its place in the log that the key LK signs (/api/v1/audit/key)
  congvu verify cv F --keys KEYS [--json]   checks an electronic CV (the JSON file, also the one inside the PDF), offline;
                                            KEYS: the key of the agency (/api/v1/keys/<kid>)
  congvu verify attestation F --keys KEYS --log-key LOG [--json]  checks an attestation that was taken along, offline; KEYS: the key
                                            of the agency (/api/v1/keys/<kid>); LOG: the key of the log (/api/v1/audit/key)
  congvu card offer --person ID [--json]    an offer of a card: link and transaction code, good for 5 minutes
  congvu card end-unknown                   after a database was set back (to a point in time): every copy that it does not know ends
  congvu card key [--json]                  keys and anchors of the card: name, use, state, end, certificates above
  congvu card key rotate card|status|door   turns a key over before its year: the next is made now, and signs after two days (that of questions at once)
  congvu card key distrust KID --because "REASON"   trusts a (stolen) key no more: its cards are red with the next fetch of lists, wallets get new ones
  congvu card key request --out F.csr       makes a key for the trust list and the request for its certificate, for the machine apart
  congvu card anchor new --org NAME --out FOLDER [--passphrase F] [--days N]   on a machine apart: makes an anchor, key and certificate
  congvu card anchor certify F.csr --key anchor.key --anchor anchor.pem --out F.pem [--passphrase F] [--days N] [--site URL]   on a machine apart: certifies the key
  congvu card anchor revoke --key anchor.key --anchor anchor.pem --out F.crl [--revoked FOLDER] [--passphrase F] [--days N]   on a machine apart: what the anchor has revoked
  congvu card anchor revocations F.crl      publishes what the anchor has revoked
  congvu card anchor announce ANCHOR.pem | adopt F.pem   doors are told to pin the next anchor; the certificate is taken and used (docs/card/le-ky-neo.md)
  congvu card anchor withdraw KID | end --because "REASON"   takes an announcement back; ends the former anchor after the change
  congvu card clock | card clock right --because "REASON"   whether the clock is believed by which cards are signed; who operates has found it right
  congvu card site | card site left URL --until DAY --because "REASON"   former names of the issuer after a move: cards given there hold until that day
  congvu keys [--json]                      the public keys that signed receipts, attestations, heads of the log
  congvu keys rotate receipt | attestation --org CODE   a new key: the old one signs no more and stays published
  congvu keys master [--json]               the master keys: which seals, which only open, who keeps them
  congvu keys master add | use NUMBER       one more master key; let it seal from now (once every server has the keys folder)
  congvu keys master wrap | unwrap          hand every master key to the key service (KEY_SERVICE); take them back into files
  congvu install [--org CODE] [--answers F.json] [--json]   a real installation, to be run again at will: checks the server, makes
                                            keys, schema, two administrators; ends with what is still to be done
  congvu install --print-sql                prints the statements for the administrator of PostgreSQL (log-ins as the URLs name them)
  congvu doctor [--json] [--en]             what is wrong, why, what to do: changes nothing, runs beside a server
  congvu erasures [again] [--json]          people who were erased: does this database still hold any; again: erases them anew (after it was set back)
  congvu retention [--json]                 what is past its term and will be removed, how many of each kind: only told, nothing is removed
  congvu netcheck URL [--org CODE --token TOKEN] [--proxy URL] [--ca F.pem] [--json] [--en]   checks the network from this computer to a
                                            server: name, connection, TLS, clock, speed, loss, MTU, proxy; why, and what to do;
                                            with a short code of the portal the result is sent
  congvu bodies search NAME | export F.xlsx [--org CODE] | import F.xlsx --on DAY [--json]   the tree of agencies: search, export, take in a
                                            list as a draft of the administrator whose citizen number is typed; two people put it in force
  congvu node init --org SOURCE --audience CENTRE --site https://CENTRE | keys [--folder F]   the body's side of the exchange: makes the folder of
                                            settings, the signing key and the request for enrolment
  congvu node check | run | once | status [--folder F] [--json]   checks the mapping; runs on (with a page of its state on this machine); runs
                                            one time; how far both ends are in step, what waits, what was not taken and why
  congvu node questions | answer N stays | answer N ended --on DAY --by WHO   rows that are gone from a source: people answer, nothing ends by itself
  congvu node confirm [--key KEY.pem --by WHO] | compare | verify | enrolled EPOCH [--folder F]   the body's own confirmation; compares with the
                                            centre; checks the receipts that are kept; takes a new epoch
  congvu node receipt EPOCH/LANE/FIRST-LAST --out F   the receipts of a batch with their places in the log, to be checked offline (verify receipt)
  congvu initial add F.csv|F.xlsx … --org CODE [--as-of DAY] [--rows N] [--json]   files of a first load, of any size: CSV is cut into parts; in the
                                            name of the clerk whose citizen number is typed; stopped, it is run again
  congvu initial status --org CODE [--json] the parts of a first load, each with its three counts
  congvu add-administrator --org CODE       the second administrator: some roles need two to give them
  congvu account list --org CODE | add --org CODE | grant --role CODE --org CODE | end --grant ID | passkeys --org CODE
                                            accounts and roles by the operator: those of the country (VU_CCVC, TTTT, GIAM_SAT; the code is VN),
                                            or when no administrator is left; two people, in the log, administrators are told; passkeys: who lost
                                            all of theirs, with no other administrator to help, may add one again
  congvu account export F.xlsx | import F.xlsx [--apply] [--json]   accounts and roles by a list, by the rights of the administrator whose
                                            citizen number is typed; without --apply it is only looked at
  congvu bundle [--out FOLDER] [--key KEY.pem] [--json]   an archive that installs without a network on a machine of this kind: Node,
                                            packages, pages as built, signed SHA-256 of every file, bill of packages (SBOM)
  congvu bundle verify [BUNDLE] [--key KEY.pub] [--json]   is a bundle (archive or folder; where the program stands, if none is
                                            named) what was released
  congvu upgrade [--plan] [--backup F] [--without-backup WHY] [--state] [--json]   brings the database to the version of this program:
                                            backup, migrations, counts, verification, the way back; --plan (--dry-run): only what it would do
  congvu files to-database | to-folder      copies uploads, tiles of the log and lists to the other place (before FILES changes)
  congvu backup [F] [--keep DAYS,WEEKS,MONTHS]   a backup while it runs, to F or BACKUP_FOLDER; --keep removes old ones and keeps so many
                                            days, weeks, months, always the newest and the one last drilled whole
  congvu restore F [--key KEY.pem]          restores into an empty database and verifies; --key: the offline key of the backup
  congvu restore-drill [--backup F] [--key KEY.pem] [--json]   a drill: the newest backup restored aside and verified whole, timed,
                                            noted; what is in use is not touched
  congvu migrate | reset-demo

  Exit codes of check: 0 no errors, 1 errors in the data, 2 file refused, 64 usage.
  Exit codes of install: 0 installed, 1 installed with parts that do not work yet, 2 refused.
  Exit codes of doctor: 0 well, 1 something should be done, 2 something does not work.
  Exit codes of netcheck: 0 passed, 1 passed with a remark, 2 not passed, 64 usage.
  Exit codes of restore-drill: 0 whole, 1 restored and not whole, 2 it could not be done.
  Exit codes of bundle verify: 0 whole and signed so, 1 whole but nothing says by whom, 2 not what was released.
  Exit codes of node: 0 well, 1 something is to be done, 2 it cannot be done, 64 usage.
  Exit codes of verify: 0 valid, 1 not valid, 2 could not be checked, 64 usage, or the file cannot be opened.`;

/** The lines of the help that are about one command; null: there is none of that name. Exit codes belong to the command that they name. */
export function helpOf(help: string, name: string): string | null {
  const lines = help.split('\n');
  const names = (line: string): boolean =>
    line.startsWith('  congvu ') &&
    line
      .slice(9)
      .split(/ {2,}/)[0]!
      .split('|')
      .some((one) => one.trim().split(' ')[0] === name);
  const found: string[] = [];
  for (const [at, line] of lines.entries()) {
    const goes = line.startsWith('      ') && found.length > 0 && found.at(-1) === lines[at - 1];
    if (names(line) || goes || line.includes(` của ${name}:`) || line.includes(` of ${name}:`)) found.push(line);
  }
  return found.length > 0 ? found.join('\n') : null;
}
