# What to do at the provider: one thing a line, in order. Sources and dates stand in crates/providers/data/panels.toml;
# where a name may change, the words leave room for it.

prepare-google-1 = Open Google’s page and sign in.
prepare-google-2 = Type “Todoita” as the app’s name and press the button that creates it.
prepare-google-3 = Paste the 16 letters below, spaces and all.

prepare-icloud-1 = Open Apple’s page and sign in.
prepare-icloud-2 = Under “Sign-In and Security”, open “App-Specific Passwords”.
prepare-icloud-3 = Create one with the name “Todoita”.
prepare-icloud-4 = Paste the letters below, hyphens and all.

prepare-yahoo-1 = Open the security page of { $provider } and sign in.
prepare-yahoo-2 = Find “App password” and create one with the name “Todoita”.
prepare-yahoo-3 = Paste the 16 letters below, spaces and all.

prepare-att-1 = Sign in to your AT&T account in the browser.
prepare-att-2 = Under “Sign-in info”, create a “Secure mail key”.
prepare-att-3 = Paste the letters below.

prepare-yahoo-japan-1 = Open Yahoo! JAPAN Mail and log in.
prepare-yahoo-japan-2 = In the mail settings (メールの設定), open “IMAP/POP/SMTPアクセス”.
prepare-yahoo-japan-3 = Choose the way that also allows other than the official services.
prepare-yahoo-japan-4 = Set both IMAP and SMTP to “use” (利用する) and save.
prepare-yahoo-japan-5 = Enter your Yahoo! JAPAN password below.

prepare-fastmail-1 = Open Fastmail and log in.
prepare-fastmail-2 = In the settings, open “Privacy & Security”.
prepare-fastmail-3 = Under “Manage app passwords”, create a new one.
prepare-fastmail-4 = Paste the letters below.

prepare-zoho-1 = Open { $provider } and log in.
prepare-zoho-2 = In the settings, under “Mail Accounts”, press your address.
prepare-zoho-3 = Tick “IMAP Access” and save.
prepare-zoho-4 = Enter your usual password below.

prepare-zoho-app-1 = Open { $provider } and log in.
prepare-zoho-app-2 = In the settings, under “Mail Accounts”, tick “IMAP Access” and save.
prepare-zoho-app-3 = In your account, under “Security”, “App Passwords”, create one named “Todoita”.
prepare-zoho-app-4 = Paste the letters below.

prepare-gmx-1 = Open { $provider } in the browser of a computer and log in.
prepare-gmx-2 = In the mail settings, under “POP3/IMAP”, allow other programs and save.
prepare-gmx-3 = Enter your usual { $provider } password below.

prepare-gmx-app-1 = Open { $provider } in the browser of a computer and log in.
prepare-gmx-app-2 = In the mail settings, check that “POP3/IMAP” is still on.
prepare-gmx-app-3 = In your account, under “Security” (Sicherheit), create an app password.
prepare-gmx-app-4 = Paste the letters below.

prepare-yandex-1 = Open the page of Yandex ID and sign in.
prepare-yandex-2 = Under “App passwords”, choose the kind “Mail” and create one.
prepare-yandex-3 = Paste the letters below.
prepare-yandex-4 = In the settings of Yandex Mail, allow email programs (IMAP) too.

prepare-mail-ru-1 = Open the page of Mail.ru and sign in.
prepare-mail-ru-2 = Create a password for external apps, named “Todoita”.
prepare-mail-ru-3 = Paste the letters below.

prepare-qq-1 = Open QQ Mail and log in.
prepare-qq-2 = Open the settings (设置) and find “POP3/IMAP/SMTP”.
prepare-qq-3 = Press “turn on” (开启).
prepare-qq-4 = Confirm it on your phone, with WeChat or an SMS.
prepare-qq-5 = Paste the 16 letters (授权码) below.

prepare-netease-1 = Open { $provider } and log in.
prepare-netease-2 = In the settings (设置), open “POP3/SMTP/IMAP”.
prepare-netease-3 = Press “turn on” (开启), and confirm it if you are asked to.
prepare-netease-4 = Paste the letters (授权码) below.

prepare-naver-1 = Open Naver’s page for 2-step verification and log in.
prepare-naver-2 = Create an application password (애플리케이션 비밀번호).
prepare-naver-3 = Paste the letters below.
prepare-naver-4 = In Naver Mail’s settings, under “POP3/IMAP”, set IMAP/SMTP to “사용함” (use).

prepare-daum-1 = Open { $provider } in the browser of a computer and log in.
prepare-daum-2 = In the settings (환경설정), under “IMAP/POP3”, set IMAP/SMTP to “사용함” (use).
prepare-daum-3 = Enter your { $provider } password below.

prepare-docomo-1 = On your phone, turn Wi-Fi off and open My docomo.
prepare-docomo-2 = In the mail settings (メール設定), press “IMAP専用ID・パスワードの確認”.
prepare-docomo-3 = Enter your network PIN and press “認証する”.
prepare-docomo-4 = Enter the ID and the password for IMAP below.

prepare-au-1 = On your phone, turn Wi-Fi off and open au’s mail settings.
prepare-au-2 = Open the settings for other mail programs and show the user ID and the password.
prepare-au-3 = Enter both below.

prepare-softbank-1 = Look for the SMS from SoftBank, or open the mail page in My SoftBank.
prepare-softbank-2 = Find the password of “E-mail (i)”.
prepare-softbank-3 = Enter that password below. It may differ from the one of My SoftBank.

prepare-plala-1 = Log in to Plala’s webmail.
prepare-plala-2 = If the settings have a switch for SSL, turn it on.
prepare-plala-3 = Enter the mail password below. It may differ from the members’ password.

prepare-line-works-1 = Open LINE WORKS and press your own picture.
prepare-line-works-2 = Open “Security” and find the passwords for third-party apps.
prepare-line-works-3 = Create a new password.
prepare-line-works-4 = Paste the letters below.

prepare-t-online-1 = Open T-Online mail in the browser and log in.
prepare-t-online-2 = In the settings (Einstellungen), under “Passwörter”, choose a password for email programs.
prepare-t-online-3 = Enter the password you chose below.

prepare-proton-1 = Open Proton Mail and log in.
prepare-proton-2 = In the settings, open “IMAP/SMTP”.
prepare-proton-3 = Under “SMTP tokens”, choose the address of your own domain and create one.
prepare-proton-4 = Paste the letters (the token) below.

prepare-xfinity-1 = Open Xfinity in the browser and sign in.
prepare-xfinity-2 = Under “Email security”, allow third-party programs.
prepare-xfinity-3 = Enter your Xfinity password below.

prepare-app-password-1 = Open { $provider } in the browser and log in.
prepare-app-password-2 = In the security settings, create an “app password” or something of that kind.
prepare-app-password-3 = Paste the letters below.

prepare-switch-and-app-password-1 = Open { $provider } in the browser and log in.
prepare-switch-and-app-password-2 = In the mail settings, allow other mail programs (IMAP/SMTP).
prepare-switch-and-app-password-3 = In the security settings, create an “app password” or something of that kind.
prepare-switch-and-app-password-4 = Paste the letters below.

prepare-mail-password-1 = Take the papers you got from { $provider }, or open its members’ page.
prepare-mail-password-2 = Look for the “mail password” or something of that kind.
prepare-mail-password-3 = Enter that password below. It may differ from the members’ password.

prepare-switch-on-1 = Open { $provider } in the browser and log in.
prepare-switch-on-2 = In the mail settings, allow other mail programs (IMAP/SMTP).
prepare-switch-on-3 = Enter your { $provider } password below.

## Before you start

prepare-before-two-step = If it is not on yet, first turn on 2-step verification at { $provider }. It may be called two-factor authentication.
prepare-before-mobile-line = The settings page opens over the phone’s own line only, not over Wi-Fi.
prepare-before-paid-plan = At { $provider } it depends on your plan whether other programs may send.
prepare-before-administrator = Your administrator may have to allow it.
prepare-before-password-off = If you log in without a password, switch back to one first.

## About what was put into the field

prepare-fits = { $count } letters, as { $provider } makes them.
prepare-misfit = { $count } letters, not as { $provider } makes them. If it is your usual password, it may be refused.
