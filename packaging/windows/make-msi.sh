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
msibuild "$out" -s "Todoita $version" "The Todoita project" "x64;$lcid"
names=$(msiinfo export "$out" Property)
rules=$(msiinfo export "$out" Upgrade)
grep -q "^ProductName.$name" <<<"$names" || { echo "make-msi.sh: its name did not come out" >&2; exit 1; }
grep -q 513 <<<"$rules" || { echo "make-msi.sh: the rule of upgrades did not come out" >&2; exit 1; }
