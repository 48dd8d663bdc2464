; The installer for Windows, by Inno Setup 6: iscc /DVersion=… /DFolder=… taureau.iss
; Not tried on Windows yet. Without rights of an administrator it installs for one user.

[Setup]
AppId={{6E6B7B0E-7A53-4C7C-9A57-0C3D1B3E3C55}
AppName=Taureau
AppVersion={#Version}
AppPublisher=The Taureau authors
DefaultDirName={autopf}\Taureau
DefaultGroupName=Taureau
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2/max
SolidCompression=yes
OutputBaseFilename=taureau-{#Version}-setup
UninstallDisplayIcon={app}\taureau.exe
ChangesAssociations=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: desktop; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Taureau"; Filename: "{app}\taureau.exe"
Name: "{autodesktop}\Taureau"; Filename: "{app}\taureau.exe"; Tasks: desktop

[Registry]
; "Open with" for photos and SVG; the default program of these files stays as it is.
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\shell\open\command"; ValueType: string; ValueData: """{app}\taureau.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\SupportedTypes"; ValueType: string; ValueName: ".svg"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\taureau.exe\SupportedTypes"; ValueType: string; ValueName: ".heic"; ValueData: ""
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\taureau.exe"; ValueType: string; ValueData: "{app}\taureau.exe"; Flags: uninsdeletekey

[Run]
Filename: "{app}\taureau.exe"; Description: "{cm:LaunchProgram,Taureau}"; Flags: nowait postinstall skipifsilent
