//! An address as a picture for another device's camera.

use qrcodegen::{QrCode, QrCodeEcc};

/// The QR code of `url` (ISO/IEC 18004, error correction M): rows of `0` and `1`, joined by spaces; empty where the
/// address is too long for one.
pub fn picture(url: &str) -> String {
    let Ok(code) = QrCode::encode_text(url, QrCodeEcc::Medium) else { return String::new() };
    let row = |y| (0..code.size()).map(|x| if code.get_module(x, y) { '1' } else { '0' }).collect::<String>();
    (0..code.size()).map(row).collect::<Vec<_>>().join(" ")
}
