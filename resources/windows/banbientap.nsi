; The setup: makensis -INPUTCHARSET UTF8 -DVERSION=… -DFOLDER=… -DRESULT=… banbientap.nsi
; For one user, without an administrator. What lies in %LOCALAPPDATA%\BanBienTap, the desk, is never touched.
Unicode true
!if /FileExists "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
Target amd64-unicode ; where there is a 64-bit stub: a Wine without 32 bits runs it too
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
CRCCheck force

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define NAME "Bàn biên tập"
!define DESK "$LOCALAPPDATA\BanBienTap"
!define MENU "$SMPROGRAMS\Bàn biên tập"
!define KIND "BanBienTap.Tep"
!define CLASSES "Software\Classes"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\BanBienTap"

Name "${NAME}"
OutFile "${RESULT}"
InstallDir "$LOCALAPPDATA\Programs\BanBienTap"
InstallDirRegKey HKCU "${LISTED}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt ${NAME}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "MIT"

!define MUI_ICON "banbientap.ico"
!define MUI_UNICON "banbientap.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\BanBienTap.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME}"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "Đặt biểu tượng ra màn hình"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION DesktopIcon
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Chương trình sẽ được gỡ khỏi máy này. Dữ liệu của bàn biên tập vẫn được giữ nguyên tại:$\r$\n${DESK}"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "Đã gỡ chương trình. Dữ liệu của bàn biên tập vẫn còn nguyên tại:$\r$\n$\r$\n${DESK}$\r$\n$\r$\nCài lại chương trình là dùng tiếp được. Không cần nữa thì tự xóa thư mục ấy."
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGEEX "language" "Vietnamese"

!define TWICE "Bộ cài đặt đang chạy rồi. Hãy đợi nó xong."
!define OLDER "Trên máy đã có bản $0, mới hơn bản ${VERSION} này. Dữ liệu do bản mới ghi có thể không mở được bằng bản cũ.$\r$\n$\r$\nVẫn cài bản cũ?"
!define NO_ROOM "Ổ đĩa không đủ chỗ: cần $0 MB mà chỉ còn $1 MB. Chương trình đang có trên máy vẫn giữ nguyên.$\r$\n$\r$\nHãy dọn bớt tệp rồi cài lại, hoặc chọn ổ đĩa khác."
!define NO_RIGHT "Không ghi được vào thư mục:$\r$\n$INSTDIR$\r$\n$\r$\nHãy chọn thư mục khác, hoặc để nguyên thư mục được đề nghị."
!define BUSY "Bàn biên tập đang mở và chưa đóng được. Hãy lưu việc đang làm, đóng chương trình rồi bấm Thử lại."

; Who sits before it reads why and may go back; a silent run ends.
!macro GIVE_UP
    ${If} ${Silent}
        Quit
    ${EndIf}
    Abort
!macroend

; Asks a running program to close and waits for it; a silent run that waits in vain ends with 2.
!macro CLOSE_RUNNING un
Function ${un}IsOpen
    StrCpy $0 0
    ${If} ${FileExists} "$INSTDIR\BanBienTap.exe"
        ClearErrors
        FileOpen $2 "$INSTDIR\BanBienTap.exe" a
        ${If} ${Errors}
            StrCpy $0 1
        ${Else}
            FileClose $2
        ${EndIf}
    ${EndIf}
FunctionEnd

Function ${un}CloseRunning
    again:
    Call ${un}IsOpen
    ${If} $0 = 1
        DetailPrint "Đang đóng chương trình đang mở…"
        nsExec::Exec '"$INSTDIR\banbientap-console.exe" close'
        Pop $2
        nsExec::Exec '"$INSTDIR\banbientap-console.exe" close --data "${DESK}\mau"'
        Pop $2
        ${ForEach} $1 1 20 + 1
            Call ${un}IsOpen
            ${If} $0 = 0
                ${ExitFor}
            ${EndIf}
            Sleep 500
        ${Next}
    ${EndIf}
    ${If} $0 = 1
        ${If} ${Silent}
            SetErrorLevel 2
            Quit
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${BUSY}" IDRETRY again
        Abort
    ${EndIf}
FunctionEnd
!macroend
!insertmacro CLOSE_RUNNING ""
!insertmacro CLOSE_RUNNING "un."

!macro CLEAR
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\BanBienTap.exe"
    Delete "$INSTDIR\banbientap-console.exe"
!macroend

; One setup at a time, and no older program over a newer one unasked. Silent runs end with 3 and 4.
Function .onInit
    System::Call 'kernel32::CreateMutexW(p 0, i 0, w "BanBienTap.setup") p .r1 ?e'
    Pop $0
    ${If} $0 = 183 ; it exists
        MessageBox MB_OK|MB_ICONEXCLAMATION "${TWICE}" /SD IDOK
        SetErrorLevel 3
        Quit
    ${EndIf}
    ReadRegStr $0 HKCU "${LISTED}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} $0 "${VERSION}" $1
        ${If} $1 = 1
            MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "${OLDER}" /SD IDNO IDYES goes_on
            SetErrorLevel 4
            Quit
            goes_on:
        ${EndIf}
    ${EndIf}
FunctionEnd

Function DesktopIcon
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\BanBienTap.exe"
FunctionEnd

Section "" PROGRAM
    Call CheckPlace
    Call CloseRunning
    !insertmacro CLEAR
    SetOutPath "$INSTDIR"
    File "${FOLDER}/*.exe" ; one after the other: half of them is the same
    File /r /x *.exe "${FOLDER}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateDirectory "${MENU}"
    CreateShortcut "${MENU}\${NAME}.lnk" "$INSTDIR\BanBienTap.exe"
    CreateShortcut "${MENU}\Bàn mẫu.lnk" "$INSTDIR\BanBienTap.exe" "sample" "" "" "" "" "Bàn biên tập với dữ liệu mẫu, để làm thử"

    WriteRegStr HKCU "${CLASSES}\${KIND}" "" "Tệp đưa vào ${NAME}"
    WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\BanBienTap.exe,0"
    WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open" "FriendlyAppName" "${NAME}"
    WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\BanBienTap.exe" open "%1"'
    WriteRegStr HKCU "${CLASSES}\Applications\BanBienTap.exe" "FriendlyAppName" "${NAME}"
    WriteRegStr HKCU "${CLASSES}\Applications\BanBienTap.exe\shell\open\command" "" '"$INSTDIR\BanBienTap.exe" open "%1"'
    WriteRegStr HKCU "${CLASSES}\Applications\BanBienTap.exe\SupportedTypes" ".docx" ""
    WriteRegStr HKCU "${CLASSES}\Applications\BanBienTap.exe\SupportedTypes" ".ics" ""
    WriteRegNone HKCU "${CLASSES}\.docx\OpenWithProgids" "${KIND}"
    WriteRegNone HKCU "${CLASSES}\.ics\OpenWithProgids" "${KIND}"

    WriteRegStr HKCU "${LISTED}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\BanBienTap.exe,0"
    WriteRegStr HKCU "${LISTED}" "Publisher" "${NAME}"
    WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" $0
    WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
    WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Nothing of the program on the machine is removed before there is room and leave for the new one: else 5 and 6.
Function CheckPlace
    ClearErrors
    CreateDirectory "$INSTDIR"
    FileOpen $2 "$INSTDIR\thu-ghi.tmp" w
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "${NO_RIGHT}" /SD IDOK
        SetErrorLevel 6
        !insertmacro GIVE_UP
    ${EndIf}
    FileClose $2
    Delete "$INSTDIR\thu-ghi.tmp"
    SectionGetSize ${PROGRAM} $0
    IntOp $0 $0 / 1024
    IntOp $0 $0 + 1
    ClearErrors
    ${DriveSpace} "$INSTDIR" "/D=F /S=M" $1
    ${IfNot} ${Errors}
    ${AndIf} $1 < $0
        RMDir "$INSTDIR" ; only when nothing lies in it
        MessageBox MB_OK|MB_ICONEXCLAMATION "${NO_ROOM}" /SD IDOK
        SetErrorLevel 5
        !insertmacro GIVE_UP
    ${EndIf}
FunctionEnd

Section Uninstall
    Call un.CloseRunning
    !insertmacro CLEAR
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; only when nothing else lies in it
    Delete "${MENU}\${NAME}.lnk"
    Delete "${MENU}\Bàn mẫu.lnk"
    RMDir "${MENU}"
    Delete "$DESKTOP\${NAME}.lnk"
    DeleteRegValue HKCU "${CLASSES}\.docx\OpenWithProgids" "${KIND}"
    DeleteRegValue HKCU "${CLASSES}\.ics\OpenWithProgids" "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\${KIND}"
    DeleteRegKey HKCU "${CLASSES}\Applications\BanBienTap.exe"
    DeleteRegKey HKCU "${LISTED}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    DetailPrint "Dữ liệu của bàn biên tập vẫn còn tại ${DESK}"
SectionEnd
