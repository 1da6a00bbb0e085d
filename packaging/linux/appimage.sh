#!/bin/bash
# Makes the AppImage from the release program. Tauri's own maker fetches the tools for it, so this runs in the release
# workflow alone; without FUSE they unpack themselves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cargo xtask setup
npm --prefix packaging ci
# The maker's tools look for these besides.
[ "$(id -u)" != 0 ] || apt-get install -y -qq --no-install-recommends file xdg-utils wget
APPIMAGE_EXTRACT_AND_RUN=1 packaging/node_modules/.bin/tauri bundle --ci --bundles appimage
