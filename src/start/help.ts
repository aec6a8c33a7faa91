/** Help of the command line, in both languages. */

export const HELP_VI = `congvu – sổ đăng ký cán bộ, công chức, viên chức (không phải sản phẩm chính thức của cơ quan nào)

  congvu start                              chạy toàn bộ: Cổng, API, xử lý nền, bộ mô phỏng
  congvu template --org MA [--out F.xlsx]   tạo biểu mẫu cho một cơ quan
  congvu check F.xlsx [--json] [--out M.xlsx]  kiểm tra một tệp, không cần máy chủ; M.xlsx là tệp được đánh dấu
  congvu demo [--json] [--out F.xlsx]       đi hết hành trình qua giao diện HTTP thật
  congvu audit verify [--json]              tính lại và đối chiếu toàn bộ nhật ký
  congvu install --org MA                   cài đặt thật lần đầu: khóa, cơ sở dữ liệu, quản trị viên đầu tiên
  congvu migrate | backup F | restore F | reset-demo

  Mã thoát của check: 0 không lỗi, 1 có lỗi, 2 tệp bị từ chối, 64 sai cách dùng.`;

export const HELP_EN = `congvu – register of cadres, civil servants and public employees (not an official product)

  congvu start                              everything: portal, API, worker, simulators
  congvu template --org CODE [--out F.xlsx] the form template of a body
  congvu check F.xlsx [--json] [--out M.xlsx]  checks a file without a server; M.xlsx is the marked file
  congvu demo [--json] [--out F.xlsx]       the whole journey through the real HTTP interface
  congvu audit verify [--json]              recomputes and compares the whole audit log
  congvu install --org CODE                 first real installation: keys, database, first administrator
  congvu migrate | backup F | restore F | reset-demo

  Exit codes of check: 0 no errors, 1 errors in the data, 2 file refused, 64 usage.`;
