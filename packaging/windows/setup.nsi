; The installer for Windows: one file, Japanese and English by the system's language, for the person alone, no administrator.
; Made by `cargo xtask bundle setup`, which gives VERSION, ROOT, APP, CLI, THIRD_PARTY, OUT and, where they are, LOADER
; (WebView2Loader.dll of the other compiler) and WEBVIEW2 (Microsoft's own small installer, which fetches the rest).
; 64 bits, as the programs are.
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

; The name by which Windows knows whose notifications they are (crates/app/src/real/notifies.rs).
!define NOTIFIES "Software\Classes\AppUserModelId\jp.todoita.Todoita"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Todoita"
; Where WebView2 says its version: for everybody, and for the person alone (learn.microsoft.com, "Distribute your app and
; the WebView2 Runtime"). What was removed may leave 0.0.0.0.
!define RUNTIME "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "Todoita"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Todoita"
RequestExecutionLevel user
BrandingText "Todoita ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Todoita"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Todoita setup"
VIAddVersionKey LegalCopyright "The Todoita authors, MIT OR Apache-2.0"

!define MUI_ICON "${ROOT}/icons/icon.ico"
!define MUI_UNICON "${ROOT}/icons/icon.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\todoita-app.exe"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"

LangString TITLE ${LANG_ENGLISH} "Todoita"
LangString TITLE ${LANG_JAPANESE} "とどいた"
LangString RUNNING ${LANG_ENGLISH} "Todoita is open. Close its window, then press Retry."
LangString RUNNING ${LANG_JAPANESE} "「とどいた」が開いています。画面を閉じてから「再試行」を押してください。"
LangString WEBVIEW ${LANG_ENGLISH} "Getting Microsoft Edge WebView2, which shows the screens. This can take a few minutes."
LangString WEBVIEW ${LANG_JAPANESE} "画面を出すのに要る Microsoft Edge WebView2 を入れています。数分かかることがあります。"
LangString NO_WEBVIEW ${LANG_ENGLISH} "This computer lacks Microsoft Edge WebView2, which shows the screens. Get it from https://go.microsoft.com/fwlink/p/?LinkId=2124703 and start Todoita after that."
LangString NO_WEBVIEW ${LANG_JAPANESE} "画面を出すのに要る Microsoft Edge WebView2 が、このパソコンにはありません。https://go.microsoft.com/fwlink/p/?LinkId=2124703 から入れて、そのあとで「とどいた」を開いてください。"

; A program that runs cannot be replaced: it is asked for, and a silent installation ends with 2.
!macro CLOSED UN
Function ${UN}Closed
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\todoita-app.exe"
      ${ExitDo}
    ${EndIf}
    FileOpen $0 "$INSTDIR\todoita-app.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Abort
    again:
  ${Loop}
FunctionEnd
!macroend
!insertmacro CLOSED ""
!insertmacro CLOSED "un."

; The version of WebView2 in $0, empty where there is none.
Function Runtime
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${RUNTIME}" pv
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    ReadRegStr $0 HKCU "Software\${RUNTIME}" pv
  ${EndIf}
  ${If} $0 == "0.0.0.0"
    StrCpy $0 ""
  ${EndIf}
FunctionEnd

Section
  SetShellVarContext current
  Call Closed
  SetOutPath "$INSTDIR"
  File "/oname=todoita-app.exe" "${APP}"
  File "/oname=todoita.exe" "${CLI}"
  !ifdef LOADER
    File "/oname=WebView2Loader.dll" "${LOADER}"
  !endif
  File "/oname=LICENSE-MIT.txt" "${ROOT}/LICENSE-MIT"
  File "/oname=LICENSE-APACHE.txt" "${ROOT}/LICENSE-APACHE"
  File "/oname=THIRD-PARTY.md" "${THIRD_PARTY}"
  File "/oname=todoita.png" "${ROOT}/icons/128x128.png"
  WriteRegStr HKCU "${NOTIFIES}" DisplayName "$(TITLE)"
  WriteRegStr HKCU "${NOTIFIES}" IconUri "$INSTDIR\todoita.png"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\todoita-app.exe"
  WriteRegStr HKCU "${KEY}" DisplayName "$(TITLE)"
  WriteRegStr HKCU "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${KEY}" DisplayIcon "$INSTDIR\todoita-app.exe"
  WriteRegStr HKCU "${KEY}" Publisher "The Todoita project"
  WriteRegStr HKCU "${KEY}" InstallLocation "$INSTDIR"
  WriteRegStr HKCU "${KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" NoModify 1
  WriteRegDWORD HKCU "${KEY}" NoRepair 1
  Call Runtime
  !ifdef WEBVIEW2
    ${If} $0 == ""
      DetailPrint "$(WEBVIEW)"
      InitPluginsDir
      File "/oname=$PLUGINSDIR\webview2.exe" "${WEBVIEW2}"
      ExecWait '"$PLUGINSDIR\webview2.exe" /silent /install'
      Call Runtime
    ${EndIf}
  !endif
  ; Without a network, for one.
  ${If} $0 == ""
    MessageBox MB_OK|MB_ICONINFORMATION "$(NO_WEBVIEW)" /SD IDOK
  ${EndIf}
SectionEnd

; What a person set up stays: it is theirs, and the next version finds it.
Section Uninstall
  SetShellVarContext current
  Call un.Closed
  ; The daily check, if the person turned it on (crates/app/src/real/schedule/plan.rs).
  ${GetFileName} $PROFILE $1
  nsExec::Exec 'schtasks /Delete /TN "Todoita daily check ($1)" /F'
  Pop $0
  Delete "$SMPROGRAMS\Todoita.lnk"
  Delete "$SMPROGRAMS\とどいた.lnk"
  Delete "$INSTDIR\todoita-app.exe"
  Delete "$INSTDIR\todoita.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\LICENSE-MIT.txt"
  Delete "$INSTDIR\LICENSE-APACHE.txt"
  Delete "$INSTDIR\THIRD-PARTY.md"
  Delete "$INSTDIR\todoita.png"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; What WebView2 keeps of the screens, and where the window stood: nobody's work, and no secret.
  RMDir /r "$LOCALAPPDATA\jp.todoita.Todoita"
  RMDir /r "$APPDATA\jp.todoita.Todoita"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${NOTIFIES}"
SectionEnd
