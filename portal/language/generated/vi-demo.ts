// Written by tools/generate.ts from the words.ts beside the screens; not edited by hand.
export const vi = {
 "role": {
  "CA_NHAN": "Cá nhân",
  "NHAP_LIEU": "Cán bộ nhập liệu",
  "LD_DON_VI": "Lãnh đạo đơn vị",
  "DOI_SOAT": "Chuyên viên tổ chức cán bộ",
  "XAC_NHAN": "Người có thẩm quyền xác nhận",
  "QT_BNDP": "Quản trị bộ, ngành, địa phương",
  "VU_CCVC": "Vụ Công chức – Viên chức",
  "TTTT": "Trung tâm Thông tin",
  "GIAM_SAT": "Kiểm tra, giám sát"
 },
 "demo": {
  "title": "Chọn vai trò để xem thử",
  "lead": "Mỗi thẻ là một người hư cấu. Bấm để đăng nhập qua bộ mô phỏng VNeID.",
  "enter": "Đăng nhập với vai trò này",
  "start": "Nên thử trước",
  "emptyTitle": "Chưa có tài khoản mẫu",
  "emptyNext": "Máy chủ chưa tạo dữ liệu mẫu, hoặc đang chạy chế độ chính thức. Vui lòng đăng nhập.",
  "samples": "Tệp mẫu để thử",
  "samplesLead": "Người trong tệp đều hư cấu, thuộc Trường THPT Mẫu Sơn: đăng nhập là Nguyễn Thị Thu Hà (cán bộ nhập liệu) rồi tải lên; cơ quan khác không gửi được.",
  "sample-clean": "Tệp hợp lệ",
  "sample-clean-what": "40 người, không có lỗi: gửi xác nhận được ngay.",
  "sample-dirty": "Tệp có 602 lỗi",
  "sample-dirty-what": "25 loại lỗi hay gặp: mất số 0, ngày 31/02, phông TCVN3 và VNI, sai hệ số lương…",
  "sample-portraits": "Ảnh chân dung",
  "sample-portraits-what": "Tệp .zip gồm hình vẽ của những người trong CSDL chưa có ảnh: gửi xác nhận được ngay.",
  "sample-portraits-wrong": "Ảnh có lỗi",
  "sample-portraits-wrong-what": "Ba ảnh tốt và chín ảnh lỗi: sai tên, quá nhỏ, bị cắt giữa chừng, HEIC, một người hai ảnh…",
  "sample-old": "Tệp theo biểu mẫu cũ",
  "sample-old-what": "12 người trên biểu mẫu phiên bản 2023.1: Cổng tự chuyển sang biểu mẫu mới và liệt kê những cột đã chuyển."
 }
};
