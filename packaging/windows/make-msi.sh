#!/bin/bash
# Makes one language's package from a folder in which todoita.wxs and the files that it names lie. Needs msitools (wixl).
#   make-msi.sh FOLDER VERSION en|ja OUT
set -euo pipefail
folder=$1 version=$2 language=$3 out=$4
case $language in
    en) lcid=1033 codepage=1252 name=Todoita file=Todoita newer="A newer version of Todoita is there already." ;;
    ja) lcid=1041 codepage=932 name=とどいた file="TODOITA|とどいた" newer="「とどいた」の、もっと新しい版が入っています。" ;;
    *) echo "make-msi.sh: en or ja" >&2; exit 64 ;;
esac
cd "$folder"
sed "s/\$(var.VERSION)/$version/g; s/\$(var.LCID)/$lcid/g; s/\$(var.NAME)/Todoita/g; s/\$(var.NEWER)/newer/g" todoita.wxs >"$language.wxs"
# Without the file that only the other compiler needs, what is between the marks goes.
[ -f WebView2Loader.dll ] || sed -i '/<!-- loader -->/,/<!-- \/loader -->/d' "$language.wxs"
rm -f "$out"
wixl -a x64 -o "$out" "$language.wxs"
# wixl writes ASCII alone: the words of the language come with their code page.
printf '\r\n\r\n%s\t_ForceCodepage\r\n' "$codepage" >codepage.idt
msibuild "$out" -i codepage.idt
msibuild "$out" \
    -q "UPDATE \`Property\` SET \`Value\` = '$name' WHERE \`Property\` = 'ProductName'" \
    -q "UPDATE \`Shortcut\` SET \`Name\` = '$file' WHERE \`Shortcut\` = 'MenuEntry'" \
    -q "UPDATE \`Registry\` SET \`Value\` = '$name' WHERE \`Registry\` = 'NotifiesName'" \
    -q "UPDATE \`LaunchCondition\` SET \`Description\` = '$newer' WHERE \`Condition\` = 'NOT WIX_DOWNGRADE_DETECTED'"
# The same version in the other language is replaced too (msidbUpgradeAttributesVersionMaxInclusive, 512).
msiinfo export "$out" Upgrade | sed 's/\t1\t\tWIX_UPGRADE_DETECTED/\t513\t\tWIX_UPGRADE_DETECTED/' >upgrade.idt
msibuild "$out" -i upgrade.idt
# wixl leaves the versions of the files out. On an upgrade Windows would then take the program that is there for the newer
# one, keep it, and lose it with the older package. A file that has a version is compared by that and by no sum.
version_in() {
    local at
    # VS_FIXEDFILEINFO: its signature, its own version 1.0, then the file's version in two words of 32 bits.
    at=$(LC_ALL=C grep -obUaP -m1 '\xbd\x04\xef\xfe\x00\x00\x01\x00' "$1" | head -n1 | cut -d: -f1) || return 1
    read -r minor major build patch < <(od -An -tu2 -j $((at + 8)) -N8 "$1")
    echo "$major.$minor.$patch.$build"
}
while IFS=$'\t' read -r id name; do
    stamped=$(version_in "$name") || continue
    msibuild "$out" -q "UPDATE \`File\` SET \`Version\` = '$stamped', \`Language\` = '0' WHERE \`File\` = '$id'" \
        -q "DELETE FROM \`MsiFileHash\` WHERE \`File_\` = '$id'"
done < <(msiinfo export "$out" File | tail -n +4 | tr -d '\r' | cut -f1,3 | sed 's/\t.*|/\t/')
msibuild "$out" -s "Todoita $version" "The Todoita project" "x64;$lcid"
names=$(msiinfo export "$out" Property)
rules=$(msiinfo export "$out" Upgrade)
files=$(msiinfo export "$out" File)
grep -q "^ProductName.$name" <<<"$names" || { echo "make-msi.sh: its name did not come out" >&2; exit 1; }
grep -q 513 <<<"$rules" || { echo "make-msi.sh: the rule of upgrades did not come out" >&2; exit 1; }
grep -q "^App.*	$version\.0	0	" <<<"$files" || { echo "make-msi.sh: the window's program is not $version" >&2; exit 1; }
