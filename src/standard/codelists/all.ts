/** All code lists, one JSON file each; `code-lists.test.ts` holds this list against the folder. */
import atttCapDo3VaDlcn from './attt_cap_do_3_va_dlcn.json' with { type: 'json' };
import bacNgheNghiep from './bac_nghe_nghiep.json' with { type: 'json' };
import bangLuongChucVu from './bang_luong_chuc_vu.json' with { type: 'json' };
import bangLuongNd204 from './bang_luong_nd204.json' with { type: 'json' };
import benGiaDinh from './ben_gia_dinh.json' with { type: 'json' };
import capCoQuan from './cap_co_quan.json' with { type: 'json' };
import capKhenThuong from './cap_khen_thuong.json' with { type: 'json' };
import cccdCauTruc from './cccd_cau_truc.json' with { type: 'json' };
import chucDanhNgheNghiep from './chuc_danh_nghe_nghiep.json' with { type: 'json' };
import chucVu from './chuc_vu.json' with { type: 'json' };
import chungChiNgoaiNgu from './chung_chi_ngoai_ngu.json' with { type: 'json' };
import coQuanDemo from './co_quan_demo.json' with { type: 'json' };
import danToc from './dan_toc.json' with { type: 'json' };
import doiTuongChinhSach from './doi_tuong_chinh_sach.json' with { type: 'json' };
import donViPhuCap from './don_vi_phu_cap.json' with { type: 'json' };
import dvhcTinh from './dvhc_tinh.json' with { type: 'json' };
import giaoDucPhoThong from './giao_duc_pho_thong.json' with { type: 'json' };
import gioiTinh from './gioi_tinh.json' with { type: 'json' };
import hangThuongBinh from './hang_thuong_binh.json' with { type: 'json' };
import hinhThucBoNhiem from './hinh_thuc_bo_nhiem.json' with { type: 'json' };
import hinhThucDaoTao from './hinh_thuc_dao_tao.json' with { type: 'json' };
import hinhThucTuyenDung from './hinh_thuc_tuyen_dung.json' with { type: 'json' };
import hocHamHocVi from './hoc_ham_hoc_vi.json' with { type: 'json' };
import keHoachQd72 from './ke_hoach_qd72.json' with { type: 'json' };
import ketQuaDongBo from './ket_qua_dong_bo.json' with { type: 'json' };
import khenThuong from './khen_thuong.json' with { type: 'json' };
import khoiCoQuan from './khoi_co_quan.json' with { type: 'json' };
import khuyetTat from './khuyet_tat.json' with { type: 'json' };
import kyLuat from './ky_luat.json' with { type: 'json' };
import loaiBangLuong from './loai_bang_luong.json' with { type: 'json' };
import loaiBienChe from './loai_bien_che.json' with { type: 'json' };
import loaiBienDongLuong from './loai_bien_dong_luong.json' with { type: 'json' };
import loaiCoQuan from './loai_co_quan.json' with { type: 'json' };
import loaiDoiTuong from './loai_doi_tuong.json' with { type: 'json' };
import loaiHopDong from './loai_hop_dong.json' with { type: 'json' };
import loaiPhuCap from './loai_phu_cap.json' with { type: 'json' };
import loaiQuaTrinhCongTac from './loai_qua_trinh_cong_tac.json' with { type: 'json' };
import loaiQuyetDinh from './loai_quyet_dinh.json' with { type: 'json' };
import loaiTaiLieu from './loai_tai_lieu.json' with { type: 'json' };
import luongCoSo from './luong_co_so.json' with { type: 'json' };
import lyDoThoiViec from './ly_do_thoi_viec.json' with { type: 'json' };
import lyLuanChinhTri from './ly_luan_chinh_tri.json' with { type: 'json' };
import maDinhDanhCoQuan from './ma_dinh_danh_co_quan.json' with { type: 'json' };
import maLoiLgsp from './ma_loi_lgsp.json' with { type: 'json' };
import maTichHopDanCu from './ma_tich_hop_dan_cu.json' with { type: 'json' };
import maTinhCccd from './ma_tinh_cccd.json' with { type: 'json' };
import mocPhapLy from './moc_phap_ly.json' with { type: 'json' };
import mucBaoVe from './muc_bao_ve.json' with { type: 'json' };
import mucKhop from './muc_khop.json' with { type: 'json' };
import ngachCongChuc from './ngach_cong_chuc.json' with { type: 'json' };
import ngoaiNgu from './ngoai_ngu.json' with { type: 'json' };
import ngoaiNguBac from './ngoai_ngu_bac.json' with { type: 'json' };
import nguonDuLieu from './nguon_du_lieu.json' with { type: 'json' };
import nhomBndp from './nhom_bndp.json' with { type: 'json' };
import nhomDaoTao from './nhom_dao_tao.json' with { type: 'json' };
import nhomMau from './nhom_mau.json' with { type: 'json' };
import nhomViTriViecLam from './nhom_vi_tri_viec_lam.json' with { type: 'json' };
import phuCapChucVu from './phu_cap_chuc_vu.json' with { type: 'json' };
import quanHam from './quan_ham.json' with { type: 'json' };
import quanHeGiaDinh from './quan_he_gia_dinh.json' with { type: 'json' };
import quanLyNhaNuoc from './quan_ly_nha_nuoc.json' with { type: 'json' };
import quocPhongAnNinh from './quoc_phong_an_ninh.json' with { type: 'json' };
import quocTich from './quoc_tich.json' with { type: 'json' };
import quyTacCheo from './quy_tac_cheo.json' with { type: 'json' };
import thanhPhanXuatThan from './thanh_phan_xuat_than.json' with { type: 'json' };
import thoiHanPhapLy from './thoi_han_phap_ly.json' with { type: 'json' };
import tiengDanToc from './tieng_dan_toc.json' with { type: 'json' };
import tieuChiChatLuong from './tieu_chi_chat_luong.json' with { type: 'json' };
import tinHoc from './tin_hoc.json' with { type: 'json' };
import tinhTrangHonNhan from './tinh_trang_hon_nhan.json' with { type: 'json' };
import tinhTrangSucKhoe from './tinh_trang_suc_khoe.json' with { type: 'json' };
import tonGiao from './ton_giao.json' with { type: 'json' };
import trangThaiCongTac from './trang_thai_cong_tac.json' with { type: 'json' };
import trangThaiHoSo from './trang_thai_ho_so.json' with { type: 'json' };
import trangThaiQuyHoach from './trang_thai_quy_hoach.json' with { type: 'json' };
import trangThaiThe from './trang_thai_the.json' with { type: 'json' };
import trangThaiVang from './trang_thai_vang.json' with { type: 'json' };
import trangThaiVneid from './trang_thai_vneid.json' with { type: 'json' };
import trinhDoChuyenMon from './trinh_do_chuyen_mon.json' with { type: 'json' };
import tuoiNghiHuu from './tuoi_nghi_huu.json' with { type: 'json' };
import vaiTro from './vai_tro.json' with { type: 'json' };
import viTriViecLamVienChuc from './vi_tri_viec_lam_vien_chuc.json' with { type: 'json' };
import xepLoaiDangVien from './xep_loai_dang_vien.json' with { type: 'json' };
import xepLoaiDanhGia from './xep_loai_danh_gia.json' with { type: 'json' };
import xepLoaiVanBang from './xep_loai_van_bang.json' with { type: 'json' };
import type { ListFile } from './list-file.ts';

export const LIST_FILES: readonly ListFile[] = [
  atttCapDo3VaDlcn,
  bacNgheNghiep,
  bangLuongChucVu,
  bangLuongNd204,
  benGiaDinh,
  capCoQuan,
  capKhenThuong,
  cccdCauTruc,
  chucDanhNgheNghiep,
  chucVu,
  chungChiNgoaiNgu,
  coQuanDemo,
  danToc,
  doiTuongChinhSach,
  donViPhuCap,
  dvhcTinh,
  giaoDucPhoThong,
  gioiTinh,
  hangThuongBinh,
  hinhThucBoNhiem,
  hinhThucDaoTao,
  hinhThucTuyenDung,
  hocHamHocVi,
  keHoachQd72,
  ketQuaDongBo,
  khenThuong,
  khoiCoQuan,
  khuyetTat,
  kyLuat,
  loaiBangLuong,
  loaiBienChe,
  loaiBienDongLuong,
  loaiCoQuan,
  loaiDoiTuong,
  loaiHopDong,
  loaiPhuCap,
  loaiQuaTrinhCongTac,
  loaiQuyetDinh,
  loaiTaiLieu,
  luongCoSo,
  lyDoThoiViec,
  lyLuanChinhTri,
  maDinhDanhCoQuan,
  maLoiLgsp,
  maTichHopDanCu,
  maTinhCccd,
  mocPhapLy,
  mucBaoVe,
  mucKhop,
  ngachCongChuc,
  ngoaiNgu,
  ngoaiNguBac,
  nguonDuLieu,
  nhomBndp,
  nhomDaoTao,
  nhomMau,
  nhomViTriViecLam,
  phuCapChucVu,
  quanHam,
  quanHeGiaDinh,
  quanLyNhaNuoc,
  quocPhongAnNinh,
  quocTich,
  quyTacCheo,
  thanhPhanXuatThan,
  thoiHanPhapLy,
  tiengDanToc,
  tieuChiChatLuong,
  tinHoc,
  tinhTrangHonNhan,
  tinhTrangSucKhoe,
  tonGiao,
  trangThaiCongTac,
  trangThaiHoSo,
  trangThaiQuyHoach,
  trangThaiThe,
  trangThaiVang,
  trangThaiVneid,
  trinhDoChuyenMon,
  tuoiNghiHuu,
  vaiTro,
  viTriViecLamVienChuc,
  xepLoaiDangVien,
  xepLoaiDanhGia,
  xepLoaiVanBang,
];
