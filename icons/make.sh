#!/bin/sh
# Makes every icon from todoita.svg. Needs rsvg-convert (librsvg2-bin) and python3.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in 16 24 32 48 64 128 256 512 1024; do
  rsvg-convert -w "$size" -h "$size" todoita.svg -o "$work/$size.png"
done
cp "$work/32.png" 32x32.png
cp "$work/128.png" 128x128.png
cp "$work/256.png" 128x128@2x.png
cp "$work/512.png" icon.png
python3 - "$work" <<'PY'
"""Puts the PNGs into the two containers as they are: .ico (Windows Vista and later) and .icns (macOS 10.7 and later)."""
import struct
import sys

def png(size):
    with open(f"{sys.argv[1]}/{size}.png", "rb") as file:
        return file.read()

sizes = [16, 24, 32, 48, 64, 256]
images = [png(size) for size in sizes]
offset = 6 + 16 * len(images)
head = struct.pack("<HHH", 0, 1, len(images))
for size, image in zip(sizes, images):
    head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
    offset += len(image)
with open("icon.ico", "wb") as file:
    file.write(head + b"".join(images))

kinds = [(b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024)]
body = b"".join(kind + struct.pack(">I", len(png(size)) + 8) + png(size) for kind, size in kinds)
with open("icon.icns", "wb") as file:
    file.write(b"icns" + struct.pack(">I", len(body) + 8) + body)
PY
