// Stands for Microsoft's installer of WebView2 in the trial of our installer under wine: it leaves the mark that the real
// one leaves, and counts how often it was run. Nothing of it ships.
#include <string.h>
#include <windows.h>

#define WHERE "Software\\Microsoft\\EdgeUpdate\\Clients\\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

int main(int count, char **words) {
    HKEY key;
    DWORD runs = 0, size = sizeof runs;
    static const char version[] = "1.2.3.4";
    if (count != 3 || strcmp(words[1], "/silent") != 0 || strcmp(words[2], "/install") != 0) return 2;
    if (RegCreateKeyExA(HKEY_CURRENT_USER, WHERE, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL) != ERROR_SUCCESS) return 3;
    RegQueryValueExA(key, "runs", NULL, NULL, (BYTE *)&runs, &size);
    runs++;
    RegSetValueExA(key, "runs", 0, REG_DWORD, (const BYTE *)&runs, sizeof runs);
    RegSetValueExA(key, "pv", 0, REG_SZ, (const BYTE *)version, sizeof version);
    return 0;
}
